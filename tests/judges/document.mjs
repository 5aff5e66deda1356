// One HTML (or XML) file, parsed as a browser would with its scripts off.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "parse5";

/** Its elements in document order, those in templates and `noscript` among them. */
export async function readDocument(folder, path) {
  const source = await readFile(join(folder, path), "utf8");
  const root = parse(source, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  return { path, elements: [...elementsBelow(root)] };
}

function* elementsBelow(node) {
  for (const child of [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])]) {
    if (child.tagName) yield element(child);
    yield* elementsBelow(child);
  }
}

function element(node) {
  // `xlink:href` is a link like any other; `xml:lang` is not `lang`.
  const attributes = node.attrs.filter((attribute) => attribute.prefix !== "xml");
  return {
    name: node.tagName,
    line: node.sourceCodeLocation?.startLine ?? 0, // 0: implied, such as a `head` nobody wrote
    attributes: new Map(attributes.map(({ name, value }) => [name, value])),
    get: (name) => attributes.find((attribute) => attribute.name === name)?.value,
    has: (name, value) => (attributes.find((attribute) => attribute.name === name)?.value ?? "")
      .toLowerCase().split(/\s+/).includes(value),
    text: () => textOf(node).trim(),
  };
}

const textOf = (node) => node.value ?? (node.childNodes ?? []).map(textOf).join("");
