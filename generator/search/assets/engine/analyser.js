// Text into search terms: the twin of generator/search/analyser.py, which explains it.
(() => {
  const niemyet = (globalThis.niemyet ??= {});
  const TOKEN = /[0-9]+(?:\.[0-9]+)+|[\p{L}\p{N}\u0300-\u036f]+/gu;
  const MARK = /[\u0300-\u036f]/g;
  const MARKED = /[đ\u0300-\u036f]/;
  const TONES = { "\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5" };
  const TONE = /[\u0300\u0309\u0303\u0301\u0323]/g;
  const FINAL_Y = /([bcdghklmnpqrstvx])y$/;

  // The words of a text in lower case, numbers with dots left out.
  const tokens = (text) =>
    (text.normalize("NFC").toLowerCase().replace(/[ðɖ]/g, "đ").match(TOKEN) ?? []).filter(
      (token) => !token.includes("."),
    );

  const folded = (token) =>
    token
      .normalize("NFD")
      .replace(MARK, "")
      .replaceAll("đ", "d")
      .replace(FINAL_Y, "$1i")
      .replace(/^0+(?=[1-9][0-9]*$)|^0+(?=0$)/, "");

  // A word with its marks, wherever the tone was put: `hoà` and `hòa` are `hoa1`; "" without marks.
  const exact = (token) => {
    const parts = token.normalize("NFD");
    if (!MARKED.test(parts)) return "";
    const tone = (parts.match(TONE) ?? []).map((mark) => TONES[mark]).join("");
    const letters = parts.replace(TONE, "").normalize("NFC").replace(FINAL_Y, "$1i");
    return letters + tone;
  };

  const syllables = (text) => tokens(text).map(folded);

  const pairs = (found) => found.slice(1).map((two, place) => `${found[place]}_${two}`);

  const whole = (found) => found.map((one) => `${one}_`).join("");

  niemyet.analyser = { exact, folded, pairs, syllables, tokens, whole };
})();
