// node look_workbook.mjs FILE SHEET ROW HEADING: the note of a cell, whether it is bold, its fill, whether a format of
// conditions colours it, and the names of the sheets; with exceljs, a line each.
import exceljs from "exceljs";

const [file, name, row, heading] = process.argv.slice(2);
const workbook = new exceljs.Workbook();
await workbook.xlsx.readFile(file);
const sheet = workbook.getWorksheet(name);
const cell = sheet.getRow(Number(row)).getCell(sheet.getRow(1).values.indexOf(heading));
const note = typeof cell.note === "string" ? cell.note : (cell.note?.texts ?? []).map((run) => run.text).join("");
const coloured = sheet.conditionalFormattings.some((one) => one.ref.split(" ").includes(cell.address));
console.log(JSON.stringify({ note, bold: cell.font?.bold === true, fill: cell.fill?.fgColor?.argb ?? "", coloured }));
console.log(workbook.worksheets.map((one) => one.name).join(" "));
