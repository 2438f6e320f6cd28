#pragma once

#include <string_view>

namespace matter {

/// What filters, searches and turns the pages of findings. It makes text nodes only, so that no text becomes markup, and
/// knows a finding as findings_html_data.cpp writes it.
inline constexpr std::string_view findings_html_script = R"('use strict';{
const [SEVERITY, RULE, FILE, LINE, COLUMN, AGENCY, LEVEL, ELEMENT, NAME, CODE, FIELD, SAID, SOURCE, NOTES, HINT, FIX, ALONE] =
  Array(17).keys()
const a_page = 50, most_on_paper = 200
const {rules, files, agencies, levels, texts, words} = JSON.parse(document.getElementById('tables').textContent)
const all = [...document.querySelectorAll('script.part')].flatMap(part => JSON.parse(part.textContent))
const severities = ['error', 'warning', 'info'], mends = ['safe', 'unsafe', 'hand']
const every = document.getElementById('findings'), form = every.querySelector('form'), list = every.querySelector('.results')
const found = every.querySelector('.found'), field = id => document.getElementById(id)
const asked = ['words', 'severity', 'rule', 'agency', 'level', 'element', 'mend', 'order'].filter(field)

const make = (name, look, ...inside) => {
  const made = document.createElement(name)
  if (look) made.className = look
  made.append(...inside)
  return made
}
const labelled = (label, ...inside) => make('p', '', make('b', '', label), ...inside)
const command = text => make('code', '', text)

function card(one) {
  const severity = severities[one[SEVERITY]], [id, asks, why, source] = rules[one[RULE]], file = files[one[FILE]]
  const item = make('li', 'finding ' + severity)
  item.append(make('p', '', make('span', 'tag ' + severity, words.severities[one[SEVERITY]]), ' ', make('span', 'said', one[SAID])))
  const place = file && file[0] + (one[LINE] ? ':' + one[LINE] + ':' + one[COLUMN] : '')
  const of = [texts[one[NAME]], texts[one[CODE]], agencies[one[AGENCY]], levels[one[LEVEL]], texts[one[FIELD]], place].filter(Boolean)
  if (of.length) item.append(make('p', 'place', of.join(' · ')))
  if (one[SOURCE]) {
    const [before, marked, after] = one[SOURCE]
    item.append(make('pre', '', make('span', 'at', one[LINE] + ' '), before, make('mark', '', marked || ' '), after))
  }
  for (const note of one[NOTES] || []) item.append(labelled(words.note, note))
  const mend = [texts[one[HINT]]]
  if (one[FIX]) {
    mend.push(' ', texts[one[FIX][0]])
    if (file && one[FIX][1] < 2) mend.push(' ', command(`matter validate ${one[FIX][1] ? '--unsafe-fixes --diff' : '--fix'} ${file[1]}`))
  }
  if (mend.some(part => part.trim === undefined || part.trim())) item.append(labelled(words.mend, ...mend))
  const more = make('details', '', make('summary', '', words.more), labelled(words.why, why))
  if (source) more.append(labelled(words.source, source))
  more.append(labelled(words.rule, asks, ' ', command(id)))
  more.append(labelled(words.check, command(one[ALONE] && file ? `matter validate ${file[1]}${words.date}` : words.whole)))
  item.append(more)
  return item
}

let searched
const plain = text => text.normalize('NFKC').toLowerCase()
function text_of(i) {
  searched ||= Array(all.length)
  const one = all[i]
  return (searched[i] ||= plain([one[SAID], texts[one[NAME]], texts[one[CODE]], texts[one[FIELD]], files[one[FILE]]?.[0],
    ...rules[one[RULE]].slice(0, 2), agencies[one[AGENCY]], ...(one[SOURCE] || [])].join('\n')))
}

let matching = [], first = 0
function choose() {
  const value = id => field(id)?.value ?? ''
  const wanted = plain(value('words')).split(/\s+/).filter(Boolean)
  const severity = severities.indexOf(value('severity')), mend = mends.indexOf(value('mend'))
  const same = [['rule', RULE], ['agency', AGENCY], ['level', LEVEL], ['element', ELEMENT]]
    .filter(([id]) => value(id) !== '').map(([id, at]) => [at, Number(value(id))])
  matching = []
  for (let i = 0; i < all.length; ++i) {
    const one = all[i]
    if (severity >= 0 && one[SEVERITY] !== severity) continue
    if (mend >= 0 && (one[FIX] ? one[FIX][1] : 2) !== mend) continue
    if (same.some(([at, number]) => one[at] !== number)) continue
    if (wanted.length) {
      const text = text_of(i)
      if (!wanted.every(word => text.includes(word))) continue
    }
    matching.push(i)
  }
  const by = {severity: SEVERITY, rule: RULE, agency: AGENCY}[value('order')]
  if (by !== undefined) matching.sort((a, b) => all[a][by] - all[b][by] || a - b)
  document.documentElement.classList.toggle('filtered', asked.some(id => id !== 'order' && value(id)))
  first = 0
}

function show(most = a_page) {
  const last = Math.min(first + most, matching.length)
  list.replaceChildren(...matching.slice(first, last).map(i => card(all[i])))
  const numbers = [first + 1, last, matching.length, all.length]
  found.textContent = (last ? words.found : words.nothing).replace(/\{(\d)\}/g, (_, i) => numbers[i].toLocaleString())
  for (const button of every.querySelectorAll('.back')) button.disabled = first === 0
  for (const button of every.querySelectorAll('.on')) button.disabled = last >= matching.length
}

function update() {
  choose()
  show()
  const state = new URLSearchParams(asked.map(id => [id, field(id).value]).filter(([id, value]) => value && (id !== 'order' || value !== 'severity')))
  history.replaceState(null, '', '#' + state)
}

function take_address() {
  const state = new URLSearchParams(location.hash.slice(1))
  if (!asked.some(id => state.has(id))) return false
  for (const id of asked) field(id).value = state.get(id) ?? (id === 'order' ? 'severity' : '')
  choose()
  show()
  every.scrollIntoView()
  return true
}

let waiting
form.addEventListener('input', event => {
  clearTimeout(waiting)
  waiting = setTimeout(update, event.target.id === 'words' ? 150 : 0)
})
form.addEventListener('submit', event => event.preventDefault())
form.addEventListener('reset', () => setTimeout(update))
every.addEventListener('click', event => {
  if (!event.target.matches('.turn button')) return
  first += event.target.matches('.on') ? a_page : -a_page
  show()
  found.focus({preventScroll: true})
  found.scrollIntoView()
})
addEventListener('hashchange', take_address)
const folded = () => document.querySelectorAll('details.further')
addEventListener('beforeprint', () => {
  show(most_on_paper)
  for (const one of folded()) one.open = true
})
addEventListener('afterprint', () => {
  show()
  for (const one of folded()) one.open = false
})

for (const one of document.querySelectorAll('[data-filter]')) {
  const link = one.matches('a') ? one : one.querySelector('a') ?? make('a', '', ...one.querySelector('.name').childNodes)
  if (!link.parentNode) one.querySelector('.name').append(link)
  link.href = '#' + one.dataset.filter
}
document.documentElement.classList.add('scripted')
every.hidden = false
if (!take_address()) {
  choose()
  show()
}
}
)";

}  // namespace matter
