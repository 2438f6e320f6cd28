// node edit_workbook.mjs FROM TO STEPS: changes a workbook as people do, with exceljs. STEPS is JSON, a list of
// {"sheet", "do": "sort"|"rename"|"insert"|"set"|"delete"|"formula"|"number"|"merge"|"note"|"own"|"filter"|"paste", …}: rows turned round below the heading;
// a note; a sheet of their own; a filter left on that hides "row"; a block of texts over cells from "row" and "heading" on;
// another name ("to"); an empty first column with a heading ("heading"); a cell ("row", "heading", "to"); a row.
import exceljs from "exceljs";

const [from, to, steps] = process.argv.slice(2);
const workbook = new exceljs.Workbook();
await workbook.xlsx.readFile(from);
for (const step of JSON.parse(steps)) {
  const sheet = workbook.getWorksheet(step.sheet);
  const column = () => {
    const heading = sheet.getRow(1).values;
    const at = heading.indexOf(step.heading);
    if (at < 0) throw new Error(`${step.sheet} has no ${step.heading}: ${heading}`);
    return at;
  };
  if (step.do === "sort") {
    const rows = [];
    for (let r = 2; r <= sheet.rowCount; ++r) rows.push(sheet.getRow(r).values);
    rows.reverse().forEach((values, i) => (sheet.getRow(i + 2).values = values));
  } else if (step.do === "rename") {
    sheet.name = step.to;
  } else if (step.do === "insert") {
    sheet.spliceColumns(1, 0, [step.heading]);
  } else if (step.do === "delete") {
    sheet.spliceRows(step.row, 1);
  } else if (step.do === "formula") {
    sheet.getRow(step.row).getCell(column()).value = { formula: '"x"', result: step.to };
  } else if (step.do === "number") {
    sheet.getRow(step.row).getCell(column()).value = Number(step.to);
  } else if (step.do === "note") {
    const cell = sheet.getRow(step.row).getCell(column());
    cell.note = step.to;
    cell.style = { ...cell.style, font: { bold: true }, fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FF00FF00" } } };
  } else if (step.do === "own") {
    workbook.addWorksheet(step.sheet).addRow([step.to]);
  } else if (step.do === "filter") {
    sheet.getRow(step.row).hidden = true;
  } else if (step.do === "paste") {
    step.to.forEach((texts, r) =>
      texts.forEach((text, c) => (sheet.getRow(step.row + r).getCell(column() + c).value = text)));
  } else if (step.do === "merge") {
    sheet.mergeCells(step.to);
  } else {
    sheet.getRow(step.row).getCell(column()).value = step.to;
  }
}
await workbook.xlsx.writeFile(to);
