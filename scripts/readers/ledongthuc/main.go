// What the Go package ledongthuc/pdf finds in PDFs. In: their paths. Out: a file beside each, named like it with `.txt`
// behind.
package main

import (
	"io"
	"log"
	"os"

	"github.com/ledongthuc/pdf"
)

func main() {
	for _, path := range os.Args[1:] {
		file, reader, err := pdf.Open(path)
		if err != nil {
			log.Fatal(path, ": ", err)
		}
		text, err := reader.GetPlainText()
		if err != nil {
			log.Fatal(path, ": ", err)
		}
		bytes, err := io.ReadAll(text)
		if err != nil {
			log.Fatal(path, ": ", err)
		}
		if err := os.WriteFile(path+".txt", bytes, 0o644); err != nil {
			log.Fatal(err)
		}
		file.Close()
	}
}
