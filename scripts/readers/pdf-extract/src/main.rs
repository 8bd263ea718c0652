//! What the crate pdf-extract finds in PDFs. In: their paths. Out: a file beside each, named like it with `.txt` behind.

fn main() {
    for path in std::env::args().skip(1) {
        let text = pdf_extract::extract_text(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        std::fs::write(format!("{path}.txt"), text).expect("the text can be written");
    }
}
