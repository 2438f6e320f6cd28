// What a straightforward script would do in place of `matter export`: read every file with js-yaml, give the fields
// their English keys, take from the standard entry what a matter leaves out, and write the columns of a mapping file as
// CSV or JSON lines. It judges nothing, counts no losses, guards no formulas, knows no withheld fields, and codes that
// are derived from others (level, parts of the implementing code) it takes as simply as it can.
//
//   node export.mjs CATALOG FIELDS.json MAPPING.yaml OUT
//
// FIELDS is `matter fields --format json`. The number of rows is printed.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const yaml = createRequire(new URL('../judges/package.json', import.meta.url))('js-yaml');
const [catalogFolder, fieldsFile, mappingFile, out] = process.argv.slice(2);
const load = (file) => yaml.load(readFileSync(file, 'utf8'));
const mapping = load(mappingFile);
const layout = mapping.like ? load(join(dirname(mappingFile), `${mapping.like}.yaml`)) : mapping;
const lines = (mapping.medium ?? mapping.media[0]) === 'jsonl';
const day = '20260101';
const isRecord = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

// ---- fields: their keys by label, and the main text of an item
const root = { below: new Map() };
for (const field of JSON.parse(readFileSync(fieldsFile, 'utf8')).fields) {
  const keys = field.path.replaceAll('[]', '').split('.');
  let at = root;
  for (const key of keys.slice(0, -1)) at = at.below.get(key);
  const own = { key: keys.at(-1), below: new Map() };
  at.below.set(own.key, own).set(field.label, own);
  if (field.main_text) at.main = own.key;
}

function named(value, field) {
  if (Array.isArray(value)) return value.map((item) => (isRecord(item) || !field.main ? named(item, field) : { [field.main]: item }));
  if (!isRecord(value)) return value;
  const record = {};
  for (const [label, below] of Object.entries(value)) {
    const known = field.below.get(label);
    record[known?.key ?? label] = known ? named(below, known) : below;
  }
  return record;
}

function inherited(local, standard) {
  const all = { ...standard };
  for (const [key, value] of Object.entries(local))
    all[key] = isRecord(value) && isRecord(standard[key]) ? inherited(value, standard[key]) : value;
  return all;
}

// ---- columns: each a function of matter and item
const text = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value === true ? '是' : value === false ? '否' : String(value));
const uuid = (...parts) => createHash('md5').update(parts.join('\0')).digest('hex');

function values(record, keys, at, found) {
  if (record === undefined || record === null || record === '无') return record === '无' ? '无' : undefined;
  if (Array.isArray(record)) {
    for (const item of record) values(item, keys, at, found);
  } else if (at === keys.length) {
    found.push(record);
  } else {
    return isRecord(record) ? values(record[keys[at]], keys, at + 1, found) : undefined;
  }
}

const limit = /^(\d+)\s*(.*)$/;
function filled(pattern, value) {
  const parts = isRecord(value) ? value : { amount: limit.exec(value)?.[1] ?? '', unit: limit.exec(value)?.[2] ?? value, text: value };
  const one = (piece) => piece.replace(/\{(\w+)\}/g, (_, key) => (parts[key] === undefined ? '' : text(parts[key])));
  return one(pattern.replace(/\[([^\]]*)\]/g, (_, piece) => (/\{(\w+)\}/.exec(piece) && parts[/\{(\w+)\}/.exec(piece)[1]] === undefined ? '' : piece)));
}

const derived = {
  sample: (m) => (m.sample ? '是' : ''),
  identity: (m) => m.identity,
  order: (m, item, order) => String(order),
  batch: () => day,
  export_time: () => '2026-01-01 00:00:00',
  operation: () => 'I',
  matter_id: (m) => uuid('matter', m.identity),
  row_id: (m, item, order, table) => uuid('row', table, m.identity, item?.name ?? item?.question ?? ''),
  level: (m) => m.level ?? '',
  basic_code: (m) => m.basic_code ?? String(m.code ?? '').slice(19, 31),
  implementing_code: (m) => String(m.code ?? '').slice(0, 31),
  handling_code: (m) => m.handling_code ?? m.code ?? '',
  total: (m, item) => String((item.originals ?? 0) + (item.copies ?? 0) || ''),
  agency_code: (m) => m.agency?.code ?? String(m.code ?? '').slice(0, 18),
};

function ways(m) {
  const c = m.channels ?? {};
  return [['窗口办理', c.windows], ['网上办理', c.online], ['快递申请', c.mail]].filter(([, way]) => way !== undefined && way !== '无').map(([name]) => name);
}

function maker(column, table) {
  const codes = column.codes ? layout.codes[column.codes] : undefined;
  const code = (name) => (codes ? (Array.isArray(codes[name]) ? '' : codes[name] ?? '') : name);
  const separator = column.join ?? layout.join ?? '';
  const none = column.none ?? layout.none ?? '';
  const join = (list) => (lines && list.length > 1 && !column.pattern ? list : list.join(separator));
  if (column.constant !== undefined) return () => column.constant;
  if (column.function === 'channel_names') return (m) => ways(m).map(code).join(separator);
  if (derived[column.function]) return (m, item, order) => code(derived[column.function](m, item, order, table.table));
  if (column.path === undefined) return () => '';
  const ofItem = table.each !== undefined && column.path.startsWith(table.each + '.');
  const keys = (ofItem ? column.path.slice(table.each.length + 1) : column.path).split('.');
  const offered = column.function === 'offered' || column.function === 'presence';
  return (m, item) => {
    const found = [];
    const said = values(ofItem ? item : m, keys, 0, found);
    if (offered) return said === '无' ? code('否') : found.length ? code('是') : '';
    if (said === '无') return none;
    if (!found.length) return column.default ?? column.absent ?? '';
    return join(found.map((one) => code(column.pattern ? filled(column.pattern, one) : text(one))));
  };
}

const byName = new Map();
const layoutTables = layout.tables.map((written) => {
  const { label, each, of, none, absent } = byName.get(written.like) ?? {};
  const table = { ...{ label, each, of, none, absent }, ...written };
  byName.set(table.table, table);
  return table;
});
const columnsOf = (table) => {
  const own = [...(table.each && layout.list_columns ? layout.list_columns : []), ...(table.columns ?? [])];
  const like = table.like ? byName.get(table.like).columns.filter((c) => !table.without?.includes(c.column)) : [];
  return [...like, ...own];
};
// A column without a name is called as its field is.
function label(path) {
  const keys = path.split('.');
  let at = root;
  for (const key of keys.slice(0, -1)) at = at.below.get(key);
  const field = at.below.get(keys.at(-1));
  return [...at.below].find(([name, one]) => one === field && name !== field.key)[0];
}
const tables = layoutTables.map((table) => {
  const columns = columnsOf(table);
  const names = columns.map((c) => c.column ?? label(c.path));
  return { ...table, names, makers: columns.map((c) => maker(c, table)), rows: [] };
});

// ---- rows
const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
let rows = 0;
function addRow(table, matter, item, order) {
  const cells = table.makers.map((make) => make(matter, item, order));
  ++rows;
  if (!lines) return table.rows.push(cells.map((c) => cell(Array.isArray(c) ? c.join('；') : c)).join(','));
  const record = {};
  cells.forEach((value, i) => { if (value !== '') record[table.names[i]] = value; });
  table.rows.push(JSON.stringify(record));
}

function add(matter, standard) {
  for (const table of tables) {
    if ((table.holds !== undefined) !== standard) continue;
    if (table.types && !table.types.includes(matter.type)) continue;
    if (!table.each) { addRow(table, matter); continue; }
    const list = table.each.split('.').reduce((at, key) => at?.[key], matter);
    if (Array.isArray(list)) list.forEach((item, i) => addRow(table, matter, item, i + 1));
  }
}

// ---- files: standard entries first
function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* files(join(folder, entry.name));
    else if (entry.name.endsWith('.yaml') && entry.name !== 'catalog.yaml') yield join(folder, entry.name);
  }
}
const standards = new Map();
const catalogs = readdirSync(catalogFolder, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => join(catalogFolder, e.name));
const isStandard = (folder) => load(join(folder, 'catalog.yaml')).role === '标准化目录';
const read = (file) => named(load(file), root);
for (const folder of catalogs.filter(isStandard)) {
  for (const file of files(folder)) {
    const entry = read(file);
    entry.identity = String(entry.directory_code ?? entry.code ?? entry.basic_code);
    standards.set(`${entry.directory_code ?? entry.basic_code}@${entry.version}`, entry);
    add(entry, true);
  }
}
for (const folder of catalogs.filter((one) => !isStandard(one))) {
  for (const file of files(folder)) {
    const local = read(file);
    const matter = standards.has(local.standard) ? inherited(local, standards.get(local.standard)) : local;
    matter.identity = String(matter.handling_code ?? matter.code ?? file);
    add(matter, false);
  }
}
mkdirSync(out, { recursive: true });
for (const table of tables) {
  const heading = lines ? [] : [table.names.join(',')];
  writeFileSync(join(out, table.table + (lines ? '.jsonl' : '.csv')), [...heading, ...table.rows, ''].join(lines ? '\n' : '\r\n'));
}
console.log(rows);
