// Usage: launcher SOCKET DOMAIN CELLS FOLDER
//
// Calls the plug-in as virt-launcher does in one boot and on the target of a migration, by grpc-go. The answers are
// written to FOLDER/1.xml and on, and all must say the same. Each goes through libvirt's structures for Go, which must
// keep all but the override, which Debian's do not know yet; what they keep is what the next call is sent. A refusal goes
// to standard error, with status 2.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strings"
	"time"

	libvirtxml "github.com/libvirt/libvirt-go-xml"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"

	"spm/hook"
)

// What is open where an element stands: its path, and how many children of each name it had.
type place struct {
	path  string
	count map[string]int
}

// Elements, attributes and texts of a document, each with its path; the way back is left out on demand.
func facts(document []byte, withUndo bool) map[string]bool {
	found := map[string]bool{}
	open := []place{{"", map[string]int{}}}
	decoder := xml.NewDecoder(bytes.NewReader(document))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return found
		}
		must(err)
		top := &open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "undo" && !withUndo {
				must(decoder.Skip())
				continue
			}
			name := t.Name.Space + ":" + t.Name.Local
			path := fmt.Sprintf("%s/%s[%d]", top.path, name, top.count[name])
			top.count[name]++
			found[path] = true
			for _, a := range t.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					found[path+"@"+a.Name.Local+"="+a.Value] = true
				}
			}
			open = append(open, place{path, map[string]int{}})
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if text := strings.TrimSpace(string(t)); text != "" {
				found[top.path+"="+text] = true
			}
		}
	}
}

// The facts of one that the other has not, but for the override's.
func missing(of, in map[string]bool) (lost []string) {
	for fact := range of {
		if !in[fact] && !strings.Contains(fact, "/qemu/1.0:override[") {
			lost = append(lost, fact)
		}
	}
	sort.Strings(lost)
	return lost
}

func throughStructures(answer []byte) []byte {
	var domain libvirtxml.Domain
	must(domain.Unmarshal(string(answer)))
	kept, err := domain.Marshal()
	must(err)
	return []byte(kept)
}

func mutate(client hook.DomainHookServiceClient, domain, vmi []byte, in string) []byte {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	response, err := client.MutateDomain(ctx, &hook.MutateDomainRequest{
		DomainType:     "libvirt",
		Domain:         domain,
		Vmi:            vmi,
		SidecarContext: &hook.SidecarContext{InvocationContext: in},
	})
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %s\n", status.Code(err), status.Convert(err).Message())
		os.Exit(2)
	}
	return response.Domain
}

func must(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(what string) {
	fmt.Fprintln(os.Stderr, "launcher:", what)
	os.Exit(1)
}

func main() {
	socket, file, cells, folder := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	domain, err := os.ReadFile(file)
	must(err)
	vmi, err := json.Marshal(map[string]any{"metadata": map[string]any{
		"name": "vm", "annotations": map[string]string{"libvirt-spm.org/cells": cells}}})
	must(err)
	connection, err := grpc.NewClient("unix:"+socket, grpc.WithTransportCredentials(insecure.NewCredentials()))
	must(err)
	client := hook.NewDomainHookServiceClient(connection)

	var first map[string]bool
	for i, in := range []string{"Boot", "Boot", "Boot", "MigrationTarget"} {
		answer := mutate(client, domain, vmi, in)
		domain = throughStructures(answer)
		if lost := missing(facts(answer, true), facts(domain, true)); lost != nil {
			fail(fmt.Sprintf("call %d: the structures lose %s", i+1, strings.Join(lost, "\n")))
		}
		said := facts(answer, false)
		if first == nil {
			first = said
		}
		if !reflect.DeepEqual(first, said) {
			fail(fmt.Sprintf("call %d says something else than the first", i+1))
		}
		must(os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.xml", i+1)), answer, 0o644))
	}
}
