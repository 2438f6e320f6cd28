// node workbook.mjs FILE: what exceljs reads in a workbook, as JSON: sheets with their rows, each cell as [kind, text].
// Kinds: s text, n number, d day, f formula, ? anything else.
import exceljs from "exceljs";

const workbook = new exceljs.Workbook();
await workbook.xlsx.readFile(process.argv[2]);
const cell = ({ value }) => {
  if (value === null || value === undefined) return ["s", ""];
  if (typeof value === "string") return ["s", value.replaceAll("_x005F_", "_")]; // exceljs leaves this escape
  if (typeof value === "number") return ["n", String(value)];
  if (value instanceof Date) return ["d", value.toISOString().slice(0, 10)];
  if (value.formula !== undefined || value.sharedFormula !== undefined) return ["f", String(value.formula)];
  return ["?", JSON.stringify(value)];
};
const sheets = workbook.worksheets.map((sheet) => {
  const width = sheet.getRow(1).cellCount;
  const rows = [];
  for (let r = 1; r <= sheet.rowCount; ++r) {
    const row = sheet.getRow(r);
    rows.push(Array.from({ length: width }, (_, c) => cell(row.getCell(c + 1))));
  }
  return { name: sheet.name, rows };
});
console.log(JSON.stringify({ title: workbook.title, sheets }));
