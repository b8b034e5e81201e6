// Elements made in one expression. Text is always text: nothing here reads HTML.

/** An element with properties, attributes (`aria-…`, `for`, `role`) and children. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (/^(?:aria-|for$|role$|list$|lang$)/.test(key)) element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button that submits nothing. */
export const button = (text, onclick, properties = {}) =>
  make("button", { type: "button", onclick, ...properties }, text);

/** An address of the web as a link, anything else as it is. */
export const linkTo = (address) => (/^https?:\/\//.test(address) ? [make("a", { href: address, rel: "noreferrer", target: "_blank" }, address)] : [String(address)]);

/** The first letters of a text, for a row that is closed. */
export const shortened = (text, most = 120) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

const FRAMES = 6;

/** Leads to an element; what stands above it gets its true height only once it comes into view. */
export function reveal(element) {
  element.focus();
  let left = FRAMES;
  const settle = () => {
    element.scrollIntoView({ block: "nearest" });
    if (left--) requestAnimationFrame(settle);
  };
  settle();
}
