// node edit_workbook.mjs FROM TO STEPS: changes a workbook as people do, with exceljs. STEPS is JSON, a list of
// {"sheet", "do": "sort"|"rename"|"insert"|"set"|"delete"|"formula"|"number"|"merge", …}: rows turned round below the heading;
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
  } else if (step.do === "merge") {
    sheet.mergeCells(step.to);
  } else {
    sheet.getRow(step.row).getCell(column()).value = step.to;
  }
}
await workbook.xlsx.writeFile(to);
