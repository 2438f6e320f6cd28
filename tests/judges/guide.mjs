// Judges a site of guides in a real browser, from the disk, as people open it.
//
//   node guide.mjs FOLDER [PICTURES]
//
// Says on standard output, one a line, what is wrong: an error or message of the console, a request beyond the folder,
// markup that a text made, something wider than the window, a violation of accessibility (axe-core), a link to a page
// that is not there, a search or filter that shows the wrong matters, a page that cannot be read without script, paper
// that lacks something, a notice of more than one sheet where it is short, a sample without its mark. Looks at
// the index and at the longest and the shortest pages of matters. With PICTURES, a folder, takes
// pictures and PDFs. The last line is `looked N times`. Exits with 1 where something is wrong.
import {existsSync, readdirSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {accessible, eyes, fault, fits, tell} from './browser.mjs'

const [folder, pictures] = process.argv.slice(2)
const root = resolve(folder)
const base = pathToFileURL(root + '/').href
const {look, picture, pdf} = eyes(url => url.startsWith(base), pictures)
const lookAt = (file, name, ...how) => look(pathToFileURL(join(root, file)).href, `${file} ${name}`, ...how)

async function harmless(page, name) {
  const {bad, links, lang, marked, styled} = await page.evaluate(() => ({
    bad: [...document.querySelectorAll('script:not([src="search.js"]),script:not(:empty),style,img,iframe,object,embed,base,svg,audio,video,[style]')]
      .map(e => e.outerHTML.slice(0, 120))
      .concat([...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a => /^on/i.test(a.name)).map(a => a.name))),
    links: [...document.querySelectorAll('a')].map(a => a.getAttribute('href')),
    lang: document.documentElement.lang,
    marked: Boolean(document.querySelector('.sample')) && document.title.includes('样例'),
    styled: getComputedStyle(document.body).maxWidth !== 'none',
  }))
  for (const one of bad) fault(name, 'has markup that it must not have:', one)
  if (lang !== 'zh-CN') fault(name, 'is in no language')
  if (!styled) fault(name, 'has no style')
  if (marked !== name.includes('.sample.')) fault(name, 'is a sample or not, and does not say so')
  for (const href of links) {
    if (/^(https?|tel):/.test(href)) continue
    const to = new URL(href, page.url())
    if (!to.href.startsWith(base) || !existsSync(fileURLToPath(to.origin === 'null' ? to.href.replace(/#.*/, '') : to))) fault(name, 'leads nowhere:', href)
    if (to.hash && !(await page.locator(`[id="${to.hash.slice(1)}"]`).count())) fault(name, 'leads to no part:', href)
  }
}

const shown = page => page.evaluate(() => [...document.querySelectorAll('.index li')].filter(e => e.checkVisibility()).map(e => e.querySelector('a').textContent))
const same = (a, b) => a.length === b.length && a.every((one, i) => one === b[i])

async function searches(page, name) {
  const all = await page.evaluate(() => [...document.querySelectorAll('.index li')].map(e => ({
    name: e.querySelector('a').textContent, text: e.textContent, code: e.querySelector('code')?.textContent,
    agency: e.closest('details').querySelector('h2').textContent, agencyNumber: e.closest('details').dataset.a,
    clients: e.dataset.c.split(' ').filter(Boolean), modes: e.dataset.m.split(' ').filter(Boolean),
  })))
  const asks = async (what, fill, wanted) => {
    await fill()
    await page.waitForFunction(() => document.querySelector('.found').textContent)
    const got = await shown(page)
    if (!same(got, wanted)) fault(name, `${what} shows ${got.length} of ${wanted.length}`)
    const said = await page.locator('.found').innerText()
    if (!said.includes(wanted.length ? `${wanted.length} 个` : '没有')) fault(name, `${what} says “${said}”`)
    await picture(page, `${name}-${what}`)
    await page.evaluate(() => (document.querySelector('form').reset(), dispatchEvent(new Event('pageshow'))))
  }
  const names = list => list.map(e => e.name)
  const words = page.locator('#words')
  const one = all[Math.floor(all.length / 2)]
  await asks('a name', () => words.fill(one.name), names(all.filter(e => e.text.includes(one.name))))
  const other = all.find(e => e.text.includes('车票')) ?? all.find(e => e.text !== e.name + (e.code ?? '') + '告知单') ?? one
  const alias = other.text.replace(other.name, '').split(/ · |告知单/)[0]
  await asks('another name', () => words.fill(alias), names(all.filter(e => e.text.includes(alias))))
  if (one.code) {
    const wide = one.code.replace(/[0-9]/g, d => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    await asks('a code', () => words.fill(wide.toLowerCase()), names(all.filter(e => e.text.includes(one.code))))
  }
  await asks('nothing', () => words.fill('没有这样的事'), [])
  await asks('an agency', () => page.locator('#agency').selectOption({label: one.agency}), names(all.filter(e => e.agencyNumber === one.agencyNumber)))
  for (const [id, key] of [['client', 'clients'], ['mode', 'modes']]) {
    for (const option of (await page.locator(`#${id} option`).all()).slice(0, 4)) {
      const value = await option.getAttribute('value')
      if (value) await asks(`${id} ${value}`, () => page.locator(`#${id}`).selectOption(value), names(all.filter(e => e[key].includes(value))))
    }
  }
  const both = all.find(e => e.clients.length && e.modes.length)
  if (both) {
    await asks('all at once', async () => {
      await page.locator('#client').selectOption(both.clients[0])
      await page.locator('#mode').selectOption(both.modes[0])
      await words.fill(both.name.slice(0, 2))
    }, names(all.filter(e => e.text.includes(both.name.slice(0, 2)) && e.clients.includes(both.clients[0]) && e.modes.includes(both.modes[0]))))
  }
}

// What the page says, said without script too; the index is a list that can be opened.
async function readable(page, name) {
  const {text, form, lines, closed} = await page.evaluate(() => ({
    text: document.body.innerText.length, form: document.querySelector('form')?.checkVisibility() ?? false,
    lines: document.querySelectorAll('.index li a').length, closed: [...document.querySelectorAll('details:not([open])')].length,
  }))
  if (!text || form) fault(name, 'cannot be read without script')
  if (closed) await page.locator('summary').first().click()
  if (lines && !(await shown(page)).length) fault(name, 'lists nothing')
}

const sheets = bytes => (bytes.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length

async function paper(page, name) {
  const text = () => page.evaluate(() => [...document.querySelectorAll('main *')].filter(e => !e.children.length && e.textContent.trim() && !e.checkVisibility() && !e.closest('.more')).map(e => e.textContent))
  await page.emulateMedia({media: 'print', colorScheme: 'light'})
  for (const lost of (await text()).slice(0, 3)) fault(name, 'paper lacks:', lost)
  const printed = sheets(await pdf(page, name))
  const rows = await page.locator('tbody tr').count()
  const short = rows <= 8 && (await page.evaluate(() => document.body.innerText.length)) <= 1500
  if (name.startsWith('notice/') && short && printed !== 1) fault(name, `takes ${printed} sheets for ${rows} materials`)
}

for (const index of readdirSync(root).filter(name => name.startsWith('index'))) {
  await lookAt(index, 'wide', {}, harmless, fits, accessible, searches)
  await lookAt(index, 'narrow-dark', {width: 390, scheme: 'dark'}, fits, accessible)
  await lookAt(index, 'no-script', {script: false}, readable)
  await lookAt(index, 'paper', {width: 794}, paper)
}
for (const part of ['guide', 'notice']) {
  const files = readdirSync(join(root, part)).map(name => join(part, name)).sort((a, b) => statSync(join(root, b)).size - statSync(join(root, a)).size)
  const last = files.length - 1
  for (const file of new Set([files[0], files[last]])) {
    await lookAt(file, 'wide', {}, harmless, fits, accessible)
    await lookAt(file, 'narrow-dark', {width: 390, scheme: 'dark'}, fits, accessible)
    await lookAt(file, 'no-script', {script: false}, readable)
    await lookAt(file, 'paper', {width: 794}, paper)
  }
}
await tell()
