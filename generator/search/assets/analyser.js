// Text into search terms: the twin of generator/search/analyser.py, which explains it.
const TOKEN = /[0-9]+(?:\.[0-9]+)+|[\p{L}\p{N}\u0300-\u036f]+/gu;
const MARK = /[\u0300-\u036f]/g;
const TONES = { "\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5" };
const TONE = /[\u0300\u0309\u0303\u0301\u0323]/g;
const FINAL_Y = /([bcdghklmnpqrstvx])y$/;
const EXACT = "^";

const decomposed = (text) =>
  text.normalize("NFC").toLowerCase().replace(/[ðɖ]/g, "đ").normalize("NFD");

const tokens = (text) => decomposed(text).match(TOKEN) ?? [];

const folded = (token) =>
  token.normalize("NFD").replace(MARK, "").replaceAll("đ", "d").replace(FINAL_Y, "$1i");

const exact = (token) => {
  const tone = (token.match(TONE) ?? []).map((mark) => TONES[mark]).join("");
  return token.replace(TONE, "").normalize("NFC").replace(FINAL_Y, "$1i") + tone;
};

const forms = (token) => {
  if (token.includes(".")) return [token, token.replaceAll(".", "")];
  const one = folded(token);
  const two = exact(token);
  return one === two ? [one] : [one, EXACT + two];
};

export const terms = (text) => tokens(text).flatMap(forms);

export const syllables = (text) =>
  tokens(text)
    .filter((token) => !token.includes("."))
    .map(folded);

export const pairs = (text) => {
  const found = syllables(text);
  return found.slice(1).map((two, place) => `${found[place]}_${two}`);
};

export const shardKey = (term) =>
  folded(term.startsWith(EXACT) ? term.slice(1).replace(/[12345]+$/, "") : term);
