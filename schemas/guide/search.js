// 目录页的查找和筛选；没有它，页面照样能读。
'use strict'
const form = document.querySelector('form.search')
const found = document.querySelector('.found')
const fields = ['words', 'agency', 'client', 'mode'].map(id => document.getElementById(id))
const plain = text => text.normalize('NFKC').toLowerCase()
const agencies = [...document.querySelectorAll('main details')].map(box => ({
  box,
  number: box.dataset.a,
  open: box.open,
  matters: [...box.querySelectorAll('li')].map(line => ({
    line,
    text: plain(line.textContent),
    clients: ` ${line.dataset.c} `,
    modes: ` ${line.dataset.m} `,
  })),
}))

function search() {
  const [typed, agency, client, mode] = fields.map(field => field.value)
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const asked = Boolean(words.length || agency || client || mode)
  let total = 0
  for (const {box, number, open, matters} of agencies) {
    let here = 0
    for (const {line, text, clients, modes} of matters) {
      const fits = (!agency || agency === number) && (!client || clients.includes(` ${client} `)) &&
        (!mode || modes.includes(` ${mode} `)) && words.every(word => text.includes(word))
      line.hidden = !fits
      if (fits) ++here
    }
    box.hidden = !here
    box.open = asked ? here > 0 : open
    total += here
  }
  found.textContent = !asked ? '' : total ? `找到 ${total} 个事项` : '没有找到。请少写几个字，或改选“不限”。'
}

let waiting
form.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(search, 120)
})
form.addEventListener('submit', event => event.preventDefault())
addEventListener('pageshow', search)
form.hidden = false
