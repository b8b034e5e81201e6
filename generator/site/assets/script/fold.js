// Words as the search compares them (generator/search/analyser.py): without marks, look-alikes of đ
// as đ, final y after a consonant as i, numbers without leading zeros. `đăng kí` finds `Đăng ký`.
"use strict";
(() => {
  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/[ðɖ]/g, "đ")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/đ/g, "d")
      .replace(/([bcdghklmnpqrstvx])y(?![a-z0-9])/g, "$1i")
      .replace(/(^|[^\p{L}\p{N}.])0+(?=[0-9]+(?![\p{L}\p{N}]|\.[0-9]))/gu, "$1");
  globalThis.niemyet = { ...globalThis.niemyet, fold };
})();
