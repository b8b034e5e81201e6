// The date box of a procedure: leads to the version that bound on a day, and says so there.
"use strict";
(() => {
  const box = document.querySelector('.as-of[data-as-of="procedure"]');
  if (!box) return;
  const versions = [...document.querySelectorAll(".timeline > li[data-start]")];
  const field = box.elements?.ngay;
  const asked = globalThis.niemyet.askedDay;
  const shown = (text) => text.split("-").reverse().join("/");

  const within = (start, end, day) => start <= day && (!end || day < end);
  const mayBind = ({ dataset }, day) => within(dataset.start, dataset.end, day);
  const isKnown = ({ dataset: { start, end, sure } }, day) =>
    sure !== "never" && within(...(sure?.split("/") ?? [start, end]), day);
  // The version that is known to bind on a day, else the latest that may.
  const versionOn = (day) =>
    versions.find((version) => isKnown(version, day)) ?? versions.find((version) => mayBind(version, day));
  const undated = versions.some(({ dataset }) => dataset.sure !== undefined);
  const addressOf = (version, day) => {
    const address = new URL(version.querySelector("a").href);
    address.searchParams.set("ngay", day);
    return address;
  };
  const say = (text) => {
    const back = document.createElement("a");
    back.href = document.querySelector(".timeline").dataset.current;
    back.textContent = box.dataset.today;
    document.querySelector(".dated").append(text.replace("{day}", shown(asked)), " ", back);
  };
  const show = (day) => {
    const version = versionOn(day);
    if (!version) return say(undated ? box.dataset.unknown : box.dataset.none);
    const address = addressOf(version, day);
    const said = isKnown(version, day) ? box.dataset.banner : box.dataset.unknown;
    if (address.pathname === location.pathname) say(said);
    else location.replace(address);
  };

  box.addEventListener("submit", (event) => {
    event.preventDefault();
    field.required = true;
    if (!field.reportValidity()) return;
    const version = versionOn(field.value);
    const here = new URL(location.href);
    here.searchParams.set("ngay", field.value);
    location.assign(version ? addressOf(version, field.value) : here);
  });
  if (asked) {
    if (field) field.value = asked;
    show(asked);
  }
})();
