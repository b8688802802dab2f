// Usage: commands FILE
//
// Prints the commands of the provisioners in a Terraform file, a line each, as Terraform's own parser reads them.
package main

import (
	"fmt"
	"os"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func must(diagnostics hcl.Diagnostics) {
	if diagnostics.HasErrors() {
		fmt.Fprintln(os.Stderr, "commands:", diagnostics)
		os.Exit(1)
	}
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	file, diagnostics := hclsyntax.ParseConfig(text, os.Args[1], hcl.InitialPos)
	must(diagnostics)
	for _, resource := range file.Body.(*hclsyntax.Body).Blocks {
		for _, block := range resource.Body.Blocks {
			command, diagnostics := block.Body.Attributes["command"].Expr.Value(nil)
			must(diagnostics)
			fmt.Println(command.AsString())
		}
	}
}
