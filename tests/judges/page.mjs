// Judges a page in a real browser.
//
//   node page.mjs PAGE [PICTURES]
//
// Says on standard output, one a line, what is wrong with the page at wide and narrow windows, light and dark, with and
// without script, and on paper: an error or message of the console, a request beyond the page's own file, markup or a
// dialog that a text made, something wider than the window, a violation of accessibility (axe-core), a filter that
// hides or shows the wrong entries, entries missing on paper. With PICTURES, a folder, takes a picture of each.
// The last line is `looked N times`. Exits with 1 where something is wrong.
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {chromium} from 'playwright-core'

const [file, pictures] = process.argv.slice(2)
const address = pathToFileURL(resolve(file)).href
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const faults = []
const fault = (...words) => faults.push(words.join(' '))
let looked = 0

const browser = await chromium.launch({executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox']})

async function look(name, {width, scheme = 'light', script = true}, judge) {
  const context = await browser.newContext({viewport: {width, height: 900}, colorScheme: scheme, javaScriptEnabled: script})
  const page = await context.newPage()
  page.on('console', message => fault(name, 'console:', message.text()))
  page.on('pageerror', error => fault(name, 'error:', error.message))
  page.on('dialog', dialog => (fault(name, 'dialog:', dialog.message()), dialog.dismiss()))
  page.on('request', request => request.url() === address || fault(name, 'request:', request.url()))
  await page.goto(address)
  if (pictures) await page.screenshot({path: join(pictures, `${name}.png`), fullPage: true})
  await judge(page, name)
  await context.close()
  ++looked
}

// axe runs in an isolated world, which the page's own policy against scripts does not reach.
async function accessible(page, name) {
  const session = await page.context().newCDPSession(page)
  const {frameTree} = await session.send('Page.getFrameTree')
  const {executionContextId} = await session.send('Page.createIsolatedWorld', {frameId: frameTree.frame.id})
  await session.send('Runtime.evaluate', {expression: axe, contextId: executionContextId})
  const {result, exceptionDetails} = await session.send('Runtime.evaluate', {
    expression: 'axe.run(document,{resultTypes:["violations"]}).then(r=>JSON.stringify(r.violations))',
    contextId: executionContextId, awaitPromise: true, returnByValue: true,
  })
  if (exceptionDetails) return fault(name, 'axe:', exceptionDetails.exception?.description ?? exceptionDetails.text)
  for (const {id, help, nodes} of JSON.parse(result.value)) fault(name, `axe: ${id}: ${help}:`, nodes[0].html.slice(0, 120))
}

async function fits(page, name) {
  const {wide, window} = await page.evaluate(() => ({wide: document.documentElement.scrollWidth, window: innerWidth}))
  if (wide > window) fault(name, `is ${wide} wide in a window of ${window}`)
}

async function harmless(page, name) {
  const found = await page.evaluate(() => [...document.querySelectorAll('script,img,iframe,object,embed,form,link,base,svg,audio,video')].map(e => e.outerHTML))
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
    if (pictures) await page.screenshot({path: join(pictures, `${name}-${only}.png`)})
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

await look('wide-light', {width: 1280}, async (page, name) => {
  await every(page, name)
  await filters(page, name)
})
await look('wide-dark', {width: 1280, scheme: 'dark'}, every)
await look('narrow-light', {width: 390}, every)
await look('narrow-dark', {width: 390, scheme: 'dark'}, every)
await look('no-script', {width: 1280, script: false}, async (page, name) => {
  if (!(await page.locator('h1').innerText())) fault(name, 'shows nothing')
})
await look('paper', {width: 794, scheme: 'dark'}, async (page, name) => {
  await page.emulateMedia({media: 'print', colorScheme: 'light'})
  await accessible(page, name)
  const pdf = await page.pdf({preferCSSPageSize: true, format: 'A4'})
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) fault(name, 'is no PDF')
  if (pictures) writeFileSync(join(pictures, 'paper.pdf'), pdf)
})
await browser.close()

for (const one of faults) console.log(one)
console.log(`looked ${looked} times`)
process.exitCode = faults.length ? 1 : 0
