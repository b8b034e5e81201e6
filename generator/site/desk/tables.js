// Tables that are pasted: the plain text of the clipboard has lost their columns, its HTML has them.
// A row becomes the line "| cell | cell |", which can be seen and read again; nothing of it is run.

const BLOCKS = new Set(["P", "DIV", "LI", "UL", "OL", "TABLE", "H1", "H2", "H3", "H4", "H5", "H6", "SECTION", "ARTICLE", "BODY"]);
const SKIPPED = new Set(["STYLE", "SCRIPT", "TITLE", "META", "LINK", "TEMPLATE", "XML", "IMG"]);
const BREAK = " ¶ ";

/** Pasting into a text area keeps the columns of tables; `refuse` is told of a table in a table. */
export function keepTables(area, refuse) {
  area.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (!/<table/i.test(html)) return;
    event.preventDefault();
    const { body } = new DOMParser().parseFromString(html, "text/html");
    if (body.querySelector("table table")) return refuse();
    area.setRangeText(linesOf(body).join("\n"), area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** The lines of pasted words, a row of a table as one; of those that are in a table. */
export const tableLines = (html) => linesOf(new DOMParser().parseFromString(html, "text/html").body).filter((line) => line.startsWith("|"));

/** The lines of an element, a row of a table as one. */
function linesOf(element) {
  const lines = [];
  let line = "";
  const end = () => {
    if (line.trim()) lines.push(line.trim());
    line = "";
  };
  const take = (node) => {
    if (node.nodeType === Node.TEXT_NODE) line += node.data.replace(/\s+/g, " ");
    if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.has(node.nodeName)) return;
    const apart = BLOCKS.has(node.nodeName) || node.nodeName === "BR";
    if (apart) end();
    if (node.nodeName === "TABLE") lines.push(...rowsOf(node));
    else for (const child of node.childNodes) take(child);
    if (apart) end();
  };
  for (const child of element.childNodes) take(child);
  end();
  return lines;
}

/** The rows of a table; a cell that spans several places stands in each of them, one that spans a row alone. */
function rowsOf(table) {
  const grid = [...table.rows].map(() => []);
  for (const [row, { cells }] of [...table.rows].entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row][column] !== undefined) column++;
      const text = linesOf(cell).join(BREAK).replaceAll("|", "/");
      for (let down = 0; down < cell.rowSpan && row + down < grid.length; down++) {
        for (let across = 0; across < cell.colSpan; across++) grid[row + down][column + across] = { cell, text };
      }
    }
  }
  return grid.filter((row) => row.length).flatMap(lineOf);
}

function lineOf(row) {
  const alone = row.every((one) => one.cell === row[0].cell);
  if (alone && row.length === 1) return row[0].text.split(BREAK).filter(Boolean);
  return [`| ${(alone ? [row[0]] : row).map(({ text }) => text).join(" | ")} |`];
}
