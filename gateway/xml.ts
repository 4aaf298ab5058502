import { SaxesParser, type SaxesTagNS } from "saxes";

/** What a document of a peer may cost. */
export const xmlLimits = { octets: 256 * 1024, depth: 32, elements: 4096, attributes: 64 } as const;

export interface XmlElement {
  /** The local name. */
  readonly name: string;
  readonly namespace: string;
  /** By local name; those of no namespace win. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, trimmed. */
  readonly text: string;
}

/** Why a document was refused, as a sentence. */
export class XmlError extends Error {}

interface Open {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * One whole document with namespaces, as a tree. A document type is refused as such: with it go external and internal
 * entities (XXE, entity bombs); no peer of ours needs one.
 */
export function readXml(octets: Uint8Array): XmlElement | XmlError {
  if (octets.length > xmlLimits.octets) return new XmlError(`the XML is longer than ${xmlLimits.octets} octets`);
  try {
    return parse(new TextDecoder("utf-8", { fatal: true }).decode(octets));
  } catch (error) {
    if (error instanceof XmlError) return error;
    return new XmlError(`the XML cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse(text: string): XmlElement {
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw new XmlError(`the XML cannot be read: ${error.message}`);
  });
  parser.on("doctype", () => {
    throw new XmlError("the XML has a document type; such documents are refused");
  });
  parser.on("opentag", (tag) => {
    elements += 1;
    if (elements > xmlLimits.elements) throw new XmlError(`the XML has more than ${xmlLimits.elements} elements`);
    if (stack.length >= xmlLimits.depth) throw new XmlError(`the XML is nested deeper than ${xmlLimits.depth}`);
    stack.push({ name: tag.local, namespace: tag.uri, attributes: attributesOf(tag), children: [], text: "" });
  });
  const add = (more: string) => {
    const open = stack.at(-1);
    if (open !== undefined) open.text += more;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    const open = stack.pop();
    if (open === undefined) return;
    const element = { ...open, text: open.text.trim() };
    const parent = stack.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  });
  parser.write(text).close();
  if (root === undefined) throw new XmlError("the XML holds no element");
  return root;
}

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const all = Object.values(tag.attributes);
  if (all.length > xmlLimits.attributes) {
    throw new XmlError(`an XML element has more than ${xmlLimits.attributes} attributes`);
  }
  const inOrder = [...all].sort((a, b) => Number(a.uri === "") - Number(b.uri === ""));
  return new Map(inOrder.map(({ local, value }) => [local, value]));
}

/** The first child of that local name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name);
}

export function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((each) => each.name === name);
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text as the content of an element or attribute. What XML 1.0 forbids in any form is dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (char) => escapes[char] ?? char);
}
