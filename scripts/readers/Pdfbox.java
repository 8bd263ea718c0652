import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What PDFBox finds in PDFs. In: their paths. Out: a file beside each, named like it with `.txt` behind. */
class Pdfbox {
  public static void main(String[] paths) throws Exception {
    for (String path : paths) {
      try (var document = Loader.loadPDF(new File(path))) {
        Files.writeString(Path.of(path + ".txt"), new PDFTextStripper().getText(document));
      }
    }
  }
}
