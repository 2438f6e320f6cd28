// Judges the page of `matter validate --format html` in a real browser, from the disk, as people open it.
//
//   node findings_page.mjs PAGE [PICTURES]
//
// Says on standard output, one a line, what is wrong: an error or message of the console, a request beyond the page,
// markup that a text made, something wider than the window, a violation of accessibility (axe-core), a number that is not
// that of the findings, a search, filter, order or page that shows the wrong ones, a page that cannot be read without a
// script or hides there how much is missing, paper that lacks something. With PICTURES, a folder, takes pictures and a
// PDF. The last line is `looked N times`. Exits with 1 where something is wrong.
import {resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {accessible, eyes, fault, fits, tell} from './browser.mjs'

const [file, pictures] = process.argv.slice(2)
const address = pathToFileURL(resolve(file)).href
const {look, picture, pdf} = eyes(url => url.replace(/#.*/, '') === address, pictures)

// The only scripts are ours and data; nothing is fetched, and nothing of a text became markup.
async function harmless(page, name) {
  const {bad, links, handlers, turned, styles, scripts, lang} = await page.evaluate(() => ({
    bad: [...document.querySelectorAll('img,iframe,object,embed,link,base,audio,video,[style],[src],script:not([type="application/json"])')]
      .filter(e => !(e.matches('script') && !e.src && e.parentElement === document.body)).map(e => e.outerHTML.slice(0, 160)),
    links: [...document.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(href => !href.startsWith('#')),
    handlers: [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a => /^on/i.test(a.name)).map(a => a.name)),
    turned: /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(document.documentElement.outerHTML),
    styles: document.querySelectorAll('style').length,
    scripts: document.querySelectorAll('script:not([type])').length,
    lang: document.documentElement.lang,
  }))
  for (const one of bad) fault(name, 'has markup that it must not have:', one)
  for (const href of links) fault(name, 'leads elsewhere:', href)
  for (const one of handlers) fault(name, 'has a handler:', one)
  if (turned) fault(name, 'has a control of writing direction')
  if (styles !== 1 || scripts > 1) fault(name, `has ${styles} styles and ${scripts} scripts`)
  if (!/^(zh-CN|en)$/.test(lang)) fault(name, 'is in no language')
}

// A number stands on one line, and in its tile.
async function whole(page, name) {
  const broken = await page.evaluate(() => [...document.querySelectorAll('.figure b')].filter(e => e.offsetHeight > 2 * parseFloat(getComputedStyle(e).fontSize) || e.scrollWidth > e.clientWidth).length)
  if (broken) fault(name, 'breaks numbers:', broken)
}

// Every anchor leads somewhere, and headings come in order.
async function ordered(page, name) {
  const {dead, jumps} = await page.evaluate(() => {
    const levels = [...document.querySelectorAll('h1,h2,h3,h4')].filter(e => e.checkVisibility()).map(e => Number(e.tagName[1]))
    return {
      dead: [...document.querySelectorAll('a')].filter(e => e.checkVisibility()).map(a => a.getAttribute('href')).filter(href => !href.includes('=') && !document.getElementById(href.slice(1))),
      jumps: levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1).length,
    }
  })
  for (const href of dead) fault(name, 'leads nowhere:', href)
  if (jumps) fault(name, 'jumps in its headings')
}

const findings = page => page.evaluate(() => [...document.querySelectorAll('script.part')].flatMap(part => JSON.parse(part.textContent)))
const shown = page => page.evaluate(() => [...document.querySelectorAll('.results .said')].map(e => e.textContent))
const numbers = async page => ((await page.locator('.found').innerText()).replace(/,/g, '').match(/\d+/g) ?? []).map(Number)
const RULE = 1, AGENCY = 5, LEVEL = 6, ELEMENT = 7, SAID = 11, FIX = 15

// What is counted in the tiles and charts is what the page holds.
async function counted(page, name) {
  const all = await findings(page)
  const tiles = await page.evaluate(() => [...document.querySelectorAll('.tile b')].slice(0, 3).map(e => Number(e.textContent)))
  for (const [i, tile] of tiles.entries()) if (tile !== all.filter(one => one[0] === i).length) fault(name, 'a tile says', tile)
  const charts = await page.evaluate(() => [...document.querySelectorAll('.chart tr')].filter(e => e.querySelector('[data-filter]')).map(e => ({
    filter: e.querySelector('[data-filter]').dataset.filter, numbers: [...e.querySelectorAll('.number')].map(n => Number(n.textContent)),
    drawn: e.querySelectorAll('.bar rect').length})))
  const places = {rule: RULE, agency: AGENCY, level: LEVEL, element: ELEMENT}
  for (const {filter, numbers: said, drawn} of charts) {
    const [what, which] = filter.split('=')
    const severities = ['error', 'warning', 'info']
    const mine = what === 'severity' ? all.filter(one => severities[one[0]] === which) : all.filter(one => one[places[what]] === Number(which))
    const wanted = what === 'severity' || what === 'rule' ? [mine.length] : [0, 1, 2].map(s => mine.filter(one => one[0] === s).length)
    if (wanted.some((number, i) => number !== said[i])) fault(name, `the chart says ${said} of ${filter}, there are ${wanted}`)
    if (drawn !== wanted.filter(Boolean).length) fault(name, `the chart draws ${drawn} parts of ${filter}`)
  }
  if (all.length && !charts.length) fault(name, 'has no charts')
}

async function asks(page, name, what, change, wanted) {
  await change()
  const count = wanted.length, first = Math.min(50, count)
  const right = async () => {
    const said = await numbers(page)
    return count ? said[0] === 1 && said[1] === first && said[2] === count : said.length === 1
  }
  for (let i = 0; i < 100 && !(await right()); ++i) await page.waitForTimeout(50)
  if (!(await right())) fault(name, `${what} says “${await page.locator('.found').innerText()}”, not ${count}`)
  const got = await shown(page)
  if (got.length !== first || got.some((said, i) => said !== wanted[i][SAID])) fault(name, `${what} shows the wrong findings`)
}

const by_severity = all => all.map((one, i) => [one, i]).sort(([a, i], [b, j]) => a[0] - b[0] || i - j).map(([one]) => one)

// Each filter, a search, an order, the pages and the address, against what the page's data says.
async function filters(page, name) {
  const all = await findings(page)
  if (!all.length) return
  const clear = () => page.locator('.filter button').click()
  const sorted = by_severity(all)
  await asks(page, name, 'everything', async () => {}, sorted)
  const one = all[Math.floor(all.length / 2)]
  for (const [id, at] of [['rule', RULE], ['agency', AGENCY], ['level', LEVEL], ['element', ELEMENT]]) {
    if (!(await page.locator('#' + id).count())) continue
    const mine = sorted.filter(other => other[at] === one[at])
    await asks(page, name, id, () => page.locator('#' + id).selectOption(String(one[at])), mine)
    if (!page.url().includes(`${id}=${one[at]}`)) fault(name, 'the address does not say the filter', id)
    await asks(page, name, 'a cleared filter', clear, sorted)
  }
  await asks(page, name, 'severity', () => page.locator('#severity').selectOption({index: 1}), sorted.filter(other => other[0] === sorted[0][0]))
  await asks(page, name, 'by hand', () => page.locator('#mend').selectOption('hand'), sorted.filter(other => other[0] === sorted[0][0] && (!other[FIX] || other[FIX][1] === 2)))
  await clear()
  const words = one[SAID].normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const said_all = other => words.every(word => other[SAID].normalize('NFKC').toLowerCase().includes(word))
  await asks(page, name, 'a search', () => page.locator('#words').fill(one[SAID].toUpperCase() + ' '), sorted.filter(said_all))
  await asks(page, name, 'a search for nothing', () => page.locator('#words').fill('没有这样的字'), [])
  await page.locator('#words').press('Enter')
  await clear()
  await asks(page, name, 'an order', () => page.locator('#order').selectOption('file'), all)
  await clear()
  await asks(page, name, 'a chart', () => page.locator('.chart [data-filter^="rule="] a').first().click(), sorted.filter(other => other[RULE] === 0))
  await asks(page, name, 'a cleared chart', clear, sorted)
  if (all.length > 50) {
    await page.locator('.on').last().press('Enter')
    const said = await shown(page)
    if (said[0] !== sorted[50][SAID] || (await numbers(page))[0] !== 51) fault(name, 'the next page is not the next')
    await page.locator('.back').first().click()
  }
  await page.locator('.results summary').first().click()
  if (!(await page.locator('.results details p').first().isVisible())) fault(name, 'does not say why')
  await accessible(page, name + ' with details')
  await picture(page, name + '-list')
}

// The first findings of each rule, and how many more there are.
async function readable(page, name) {
  const {said, more, rules, form} = await page.evaluate(() => ({
    said: document.querySelectorAll('.first .finding').length,
    more: [...document.querySelectorAll('.first .rule > p:last-child')].map(e => Number(e.textContent.match(/\d+/)?.[0] ?? 0)).reduce((a, b) => a + b, 0),
    rules: [...document.querySelectorAll('.first .rule')].filter(e => e.checkVisibility()).length,
    form: document.querySelector('form')?.checkVisibility() ?? false,
  }))
  const all = (await page.evaluate(() => [...document.querySelectorAll('.tile b')].slice(0, 3).map(e => Number(e.textContent)))).reduce((a, b) => a + b, 0)
  if (said + more !== all) fault(name, `shows ${said} and counts ${more} more, of ${all}`)
  if (form || (all && !rules)) fault(name, 'cannot be read without script')
}

async function paper(page, name) {
  await page.emulateMedia({media: 'print', colorScheme: 'light'})
  await accessible(page, name)
  await whole(page, name)
  const all = await page.locator('script.part').count()
  if (all && !(await page.locator('.first .finding').first().isVisible())) fault(name, 'paper lacks the findings')
  await page.evaluate(() => {
    addEventListener('beforeprint', () => { window.folded = document.querySelectorAll('details.further:not([open])').length })
  })
  await pdf(page, name)
  if (!all) return
  if (await page.evaluate(() => window.folded !== 0)) fault(name, 'paper lacks what is folded away')
  await page.locator('#rule').evaluate(e => { e.selectedIndex = 1; e.dispatchEvent(new Event('input', {bubbles: true})) })
  await page.waitForFunction(() => document.documentElement.classList.contains('filtered'))
  if (!(await page.locator('.results .finding').first().isVisible()) || (await page.locator('.first .finding').first().isVisible())) fault(name, 'paper lacks what was filtered')
}

const every = [harmless, ordered, fits, whole, accessible]
await look(address, 'laptop', {width: 1280}, ...every, counted, filters)
await look(address, 'laptop-dark', {width: 1280, scheme: 'dark'}, accessible)
await look(address, 'phone', {width: 390}, fits, whole, accessible)
await look(address, 'phone-dark', {width: 390, scheme: 'dark'}, fits, accessible)
await look(address, 'no-script', {width: 1280, script: false}, harmless, ordered, fits, readable)
await look(address, 'paper', {width: 794, scheme: 'dark'}, paper)
await tell()
