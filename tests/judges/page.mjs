// Judges a page in a real browser.
//
//   node page.mjs PAGE [PICTURES]
//
// Says on standard output, one a line, what is wrong with the page at wide and narrow windows, light and dark, with and
// without script, and on paper: an error or message of the console, a request beyond the page's own file, markup or a
// dialog that a text made, something wider than the window, a violation of accessibility (axe-core), a filter that
// hides or shows the wrong entries, entries missing on paper. With PICTURES, a folder, takes a picture of each.
// The last line is `looked N times`. Exits with 1 where something is wrong.
import {resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {accessible, eyes, fault, fits, tell} from './browser.mjs'

const [file, pictures] = process.argv.slice(2)
const address = pathToFileURL(resolve(file)).href
const {look, picture, pdf} = eyes(url => url === address, pictures)

async function harmless(page, name) {
  // Charts are drawn of these alone, and say and lead to nothing.
  const found = await page.evaluate(() => [...document.querySelectorAll('script,img,iframe,object,embed,form,link,base,svg,audio,video')]
    .filter(e => !(e.matches('svg.bar[aria-hidden=true],svg.key[aria-hidden=true]') && [...e.querySelectorAll('*')].every(part => part.matches('rect:empty:not([href])'))))
    .map(e => e.outerHTML))
  for (const html of found) fault(name, 'has markup that it must not have:', html)
  const elsewhere = await page.evaluate(() => [...document.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(href => /^(\/\/|[^/#?]*:)/.test(href)))
  for (const href of elsewhere) fault(name, 'leads elsewhere:', href)
  const handlers = await page.evaluate(() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a => /^on/i.test(a.name)).map(a => a.name)))
  for (const one of handlers) fault(name, 'has a handler:', one)
  if (await page.evaluate(() => /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(document.documentElement.outerHTML))) fault(name, 'has a control of writing direction')
}

// Entries, changes and lines of the list that are shown are exactly those that the filter names.
async function filters(page, name) {
  for (const only of ['more', 'less', 'breaking']) {
    const choice = page.locator(`#only-${only}`)
    if (!(await choice.count())) return
    await choice.check()
    const wrong = await page.evaluate(
      only => [...document.querySelectorAll('.entry,.change,.index li')]
        .filter(e => (e.getClientRects().length > 0) !== (e.classList.contains(only) && (!e.closest('.entry') || e.closest('.entry').classList.contains(only)))).length, only)
    if (wrong) fault(name, `the filter ${only} is wrong about`, wrong)
    await picture(page, `${name}-${only}`)
  }
  await page.emulateMedia({media: 'print'})
  const hidden = await page.evaluate(() => [...document.querySelectorAll('.entry,.change')].filter(e => !e.getClientRects().length).length)
  if (hidden) fault(name, 'paper lacks what a filter hides:', hidden)
}

async function every(page, name) {
  await harmless(page, name)
  await fits(page, name)
  await accessible(page, name)
}

await look(address, 'wide-light', {width: 1280}, async (page, name) => {
  await every(page, name)
  await filters(page, name)
})
await look(address, 'wide-dark', {width: 1280, scheme: 'dark'}, every)
await look(address, 'narrow-light', {width: 390}, every)
await look(address, 'narrow-dark', {width: 390, scheme: 'dark'}, every)
await look(address, 'no-script', {width: 1280, script: false}, async (page, name) => {
  if (!(await page.locator('h1').innerText())) fault(name, 'shows nothing')
})
await look(address, 'paper', {width: 794, scheme: 'dark'}, async (page, name) => {
  await page.emulateMedia({media: 'print', colorScheme: 'light'})
  await accessible(page, name)
  await pdf(page, name)
})
await tell()
