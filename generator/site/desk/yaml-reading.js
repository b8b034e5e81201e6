// YAML as the generator reads it: the twin of `generator/records/scalars.py`. What YAML 1.2 would take
// for a number in another spelling (09334, +5, 1e3) is the text that it looks like.
import { parseDocument, visit } from "./yaml/index.js";
import { quoted } from "./yaml-text.js";

const TESTS = { bool: /^(?:true|false)$/, int: /^-?(?:0|[1-9][0-9]{0,17})$/, float: /^-?[0-9]+\.[0-9]+$/ };
const OTHER_SPELLINGS = ["OCT", "HEX", "EXP"];
const nameOf = ({ tag }) => tag.split(":").at(-1);
const isNaNTag = ({ test }) => Boolean(test?.test(".nan"));

const readAlike = (tags) =>
  tags
    .filter((tag) => typeof tag !== "string" && !OTHER_SPELLINGS.includes(tag.format) && !isNaNTag(tag))
    .map((tag) => (TESTS[nameOf(tag)] ? { ...tag, test: TESTS[nameOf(tag)] } : tag));

export const parse = (text) => parseDocument(text, { customTags: readAlike });

/** The node of a new value, whose texts stand in quotes where somebody could misread them. */
export function nodeOf(document, value) {
  const node = document.createNode(value);
  visit(node, {
    Scalar: (_, one) => {
      if (typeof one.value === "string" && !one.value.includes("\n") && quoted(one.value) !== one.value) one.type = "QUOTE_DOUBLE";
    },
  });
  return node;
}
