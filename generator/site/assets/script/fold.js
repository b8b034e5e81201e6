// Letters without marks, as in generator/law/text.py: what people type without accents.
"use strict";
(() => {
  const fold = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[đĐ]/g, "d")
      .toLowerCase();
  globalThis.niemyet = { ...globalThis.niemyet, fold };
})();
