// The date box of a procedure: leads to the version that bound on a day, and says so there.
"use strict";
(() => {
  const form = document.querySelector('.as-of[data-as-of="procedure"]');
  if (!form) return;
  const versions = [...document.querySelectorAll(".timeline > li[data-start]")];
  const field = form.elements.ngay;
  const asked = new URLSearchParams(location.search).get("ngay");
  const shown = (text) => text.split("-").reverse().join("/");

  const versionOn = (day) =>
    versions.find(({ dataset }) => dataset.start <= day && (!dataset.end || day < dataset.end));
  const addressOf = (version, day) => {
    const address = new URL(version.querySelector("a").href);
    address.searchParams.set("ngay", day);
    return address;
  };
  const say = (text) => {
    const back = document.createElement("a");
    back.href = document.querySelector(".timeline").dataset.current;
    back.textContent = form.dataset.today;
    document.querySelector(".dated").append(text.replace("{day}", shown(asked)), " ", back);
  };
  const show = (day) => {
    const version = versionOn(day);
    if (!version) return say(form.dataset.none);
    const address = addressOf(version, day);
    if (address.pathname === location.pathname) say(form.dataset.banner);
    else location.replace(address);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const version = versionOn(field.value);
    const here = new URL(location.href);
    here.searchParams.set("ngay", field.value);
    location.assign(version ? addressOf(version, field.value) : here);
  });
  if (/^\d{4}-\d\d-\d\d$/.test(asked ?? "")) {
    field.value = asked;
    show(asked);
  }
})();
