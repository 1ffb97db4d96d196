// What scripts add to pages that work without: news, keys, a proofreader while one writes. Nothing is decided here.

const page = document
const body = page.body
const one = (selector, from = page) => from.querySelector(selector)
const all = (selector, from = page) => [...from.querySelectorAll(selector)]
const isTyping = (element) => element?.matches?.('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]')

// MARK: News

/// Says something at the foot of the page, and to those who listen.
const say = (text, actions = []) => {
  const toast = page.createElement('div')
  toast.className = 'toast news'
  const words = page.createElement('p')
  words.textContent = text
  toast.append(words, ...actions)
  one('.toasts .news')?.remove()
  one('.toasts').append(toast)
  return toast
}

/// A reply did not arrive: stays until the page is left, and leads there.
const alarm = ({ words, address }) => {
  const link = page.createElement('a')
  link.className = 'button small'
  link.href = address
  link.textContent = one('.toasts').dataset.see
  const toast = say(words, [link])
  toast.className = 'toast alarm'
}

/// Replaces what runs with time by the server's.
const refresh = async () => {
  if (!one('[data-list], [data-fresh]')) return
  const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined)
  if (!response?.ok || response.redirected) return
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  page.title = fresh.title
  const facts = one('[data-fresh]')
  if (facts) facts.replaceChildren(...one('[data-fresh]', fresh)?.childNodes ?? [])
  const list = one('[data-list]')
  const next = one('[data-list]', fresh)
  if (list && next) replace(list, next)
}

/// Keeps what was chosen and where one was.
const replace = (list, next) => {
  const known = new Set(all('.row', list).map((row) => row.dataset.case))
  const chosen = one('.row.chosen', list)?.dataset.case
  const focused = list.contains(page.activeElement) ? page.activeElement.closest('.row')?.dataset.case : undefined
  list.replaceChildren(...next.childNodes)
  for (const row of all('.row', list)) if (!known.has(row.dataset.case)) row.classList.add('fresh')
  if (chosen) one(`.row[data-case="${chosen}"]`, list)?.classList.add('chosen')
  if (focused) one(`.row[data-case="${focused}"] a`, list)?.focus({ preventScroll: true })
}

const showCounts = (counts) => {
  for (const [scope, count] of Object.entries(counts)) {
    const place = one(`[data-count="${scope}"]`)
    if (place) place.textContent = count
  }
}

/// From the change that the page shows on, so that nothing is missed before the line stands or while it was broken.
const listen = () => {
  if (!body.dataset.live) return
  const source = new EventSource(`/events?after=${body.dataset.live}`)
  let timer
  let broken
  source.addEventListener('open', () => {
    clearTimeout(broken)
    broken = undefined
    one('#offline').hidden = true
  })
  source.addEventListener('error', () => {
    broken ??= setTimeout(() => { one('#offline').hidden = false }, 2000)
    // An answer that is none, as of a proxy whose server starts: browsers do not come again by themselves.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => { clearTimeout(broken); listen() }, 5000)
  })
  source.addEventListener('change', (event) => {
    const news = JSON.parse(event.data)
    body.dataset.live = news.sequence
    showCounts(news.counts)
    // Several changes at once are one look.
    clearTimeout(timer)
    timer = setTimeout(refresh, 150)
    if (news.arrived && one('[data-list]')) say(news.words)
    for (const each of news.alarms) alarm(each)
    const here = body.dataset.case
    if (here && news.cases.includes(Number(here))) one('#changed')?.removeAttribute('hidden')
  })
  addEventListener('pagehide', () => { clearTimeout(broken); source.close() }, { once: true })
}

/// Times are of a minute, and claims end by themselves.
const follow = () => {
  setInterval(() => { if (!page.hidden) refresh() }, 60_000)
  page.addEventListener('visibilitychange', () => { if (!page.hidden) refresh() })
  addEventListener('pageshow', (event) => { if (event.persisted) { listen(); refresh() } })
}

// MARK: Time that runs down

/// By what was left when the page came: the clocks of server and browser may differ.
const tick = () => {
  for (const count of all('[data-countdown]')) {
    const left = Math.ceil(Number(count.dataset.countdown) - performance.now() / 1000)
    if (left > 0) { count.textContent = `${left} s`; continue }
    const gone = count.closest('.toast') ?? count.closest('form')
    gone?.remove()
  }
}

// MARK: Keys

const rows = () => all('[data-list] .row')
const choose = (step) => {
  const list = rows()
  if (!list.length) return
  const at = list.findIndex((row) => row.classList.contains('chosen'))
  const next = list[Math.max(0, Math.min(list.length - 1, at < 0 ? 0 : at + step))]
  for (const row of list) row.classList.toggle('chosen', row === next)
  one('a', next).focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

/// Where one goes on writing: behind the last paragraph but the signature, which is the last of a letter.
const signature = (text) => text.includes('\n\n') ? text.lastIndexOf('\n\n') : text.length

/// Presses what a key stands for on this page; what is not there does nothing.
const press = (key) => {
  const target = all(`[data-key="${key}"]`).find((element) => !element.disabled && element.offsetParent !== null || element.tagName === 'DETAILS')
  if (!target) return false
  if (target.tagName === 'DETAILS') {
    target.open = true
    one('textarea, select, input:not([type=hidden])', target)?.focus()
    target.scrollIntoView({ block: 'nearest' })
  } else if (isTyping(target)) {
    target.focus()
    const end = signature(target.value)
    target.setSelectionRange?.(end, end)
  }
  else target.click()
  return true
}

const commands = {
  j: () => rows().length ? choose(1) : press('j'),
  k: () => rows().length ? choose(-1) : press('k'),
  o: () => one('.row.chosen a')?.click(),
  g: () => { location.href = '/' },
  '/': () => one('#q')?.focus(),
  '?': () => one('#keys')?.showModal(),
}

/// Milliseconds in which nobody has read a page: what is pressed then was meant for the one before.
const glance = 700
let opened = performance.now()
addEventListener('pageshow', () => { opened = performance.now() })
const isUnread = () => performance.now() - opened < glance
/// What lets a reply go, or ends a case.
const ends = (key) => key === 'a' || key === 'A' || key === 'x'

const onKey = (event) => {
  if (event.key === 'Escape') {
    // Away with what hovers, without leaving the place.
    body.classList.add('hushed')
    if (isTyping(event.target)) event.target.blur()
    return
  }
  if (body.dataset.keys !== 'on' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (isTyping(event.target) || one('dialog[open]')) return
  // A key held down goes on from page to page: it may move, and do nothing.
  if (event.repeat && event.key !== 'j' && event.key !== 'k') return
  if (ends(event.key) && isUnread()) return
  const command = commands[event.key]
  if (command) command()
  else if (!press(event.key)) return
  event.preventDefault()
}

// MARK: Clicks

/// In the moment a case opens a click does nothing, nor does it lead the keys into a field. What keys press counts no clicks.
const onClick = (event) => {
  const isOfCase = body.dataset.case && event.target.closest('main :is(button, summary, textarea, input, select)')
  if (isOfCase && event.detail && isUnread()) event.preventDefault()
}

/// A page sends one change: what is pressed again before the answer comes was meant once.
let isSent = false
const onSubmit = (event) => {
  if (event.target.method !== 'post' || event.defaultPrevented) return
  if (isSent) return event.preventDefault()
  isSent = true
  // Behind the sending, since what is disabled is not sent.
  setTimeout(() => { for (const button of all('button', event.target)) button.disabled = true })
}
addEventListener('pageshow', () => {
  if (isSent) for (const button of all('button[disabled]')) button.disabled = false
  isSent = false
})

// MARK: Approvals that still run

/// What was let go goes with whoever let it go, from page to page, each with its way back until that ends; the last comes first.
const keepRunning = () => {
  const place = `running ${body.dataset.me}`
  const own = all('.toast[data-runs]')
  const before = JSON.parse(sessionStorage.getItem(place) ?? '[]')
    .filter((each) => each.until > Date.now() && !own.some((toast) => toast.dataset.runs === each.number))
  const now = own.filter((toast) => one('form', toast)).map((toast) => ({
    number: toast.dataset.runs, words: one('p', toast).textContent, version: one('[name=version]', toast).value,
    until: Date.now() - performance.now() + 1000 * one('[data-countdown]', toast).dataset.countdown,
  }))
  if (now.length + before.length) sessionStorage.setItem(place, JSON.stringify([...now, ...before]))
  else sessionStorage.removeItem(place)
  for (const each of before) {
    const toast = one('#running').content.firstElementChild.cloneNode(true)
    one('p', toast).textContent = each.words
    one('form', toast).action = `/cases/${each.number}/undo`
    one('[name=version]', toast).value = each.version
    one('[data-countdown]', toast).dataset.countdown = (each.until - Date.now() + performance.now()) / 1000
    one('.toasts').append(toast)
  }
  tick()
}

// MARK: Writing

/// Where words are kept that were sent and may not have arrived: in this tab, for one person and one case.
const unkept = (number) => `unkept ${body.dataset.me} ${number}`

/// What the server says it has done, or shows itself, is kept no longer; nor is anything when somebody leaves.
const forgetKept = () => {
  for (const toast of all('.toast[data-kept]')) sessionStorage.removeItem(unkept(toast.dataset.kept))
  const clash = one('body.clash form[action$="/draft"]')
  if (clash) sessionStorage.removeItem(unkept(clash.getAttribute('action').split('/')[2]))
  one('form[action="/sign-out"]')?.addEventListener('submit', () => sessionStorage.clear())
}

/// Without case and accents, as people search.
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/// Narrows the brand’s texts to those with every word that is typed over them.
const searchBlocks = () => {
  const field = one('[data-blocks] input[type=search]')
  if (!field) return
  field.hidden = false
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault() })
  field.addEventListener('input', () => {
    const words = plain(field.value).split(/\s+/)
    for (const section of all('[data-blocks] section')) {
      const title = plain(one('h3', section).textContent)
      const items = all('li', section)
      for (const item of items) item.hidden = !words.every((word) => (title + plain(one('p', item).textContent)).includes(word))
      section.hidden = items.every((item) => item.hidden)
    }
  })
}

const editor = () => {
  const form = one('[data-editor]')
  const text = form && one('textarea[name=text]', form)
  if (!text) return
  const findings = one('#findings')
  const length = one('#length')
  let timer
  let asked = 0
  const proofread = async () => {
    const number = ++asked
    const fields = new URLSearchParams({ key: form.elements.key.value, text: text.value })
    const response = await fetch(form.dataset.editor, { method: 'POST', body: fields }).catch(() => undefined)
    if (!response?.ok || number !== asked) return
    const read = await response.json()
    length.textContent = read.length
    length.classList.toggle('over', read.isOver)
    findings.replaceChildren(...read.findings.map((finding) => {
      const item = page.createElement('li')
      const quote = page.createElement('q')
      quote.textContent = finding.text
      const cause = page.createElement('span')
      cause.textContent = finding.cause
      item.append(quote, cause)
      return item
    }))
    one('#verdict').textContent = read.verdict
    one('#verdict').className = read.findings.length ? 'verdict held' : 'verdict clear'
  }
  const grow = () => {
    text.style.height = 'auto'
    text.style.height = `${text.scrollHeight + 2}px`
  }
  addEventListener('resize', grow)
  text.addEventListener('input', () => { grow(); clearTimeout(timer); timer = setTimeout(proofread, 250) })
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat) one('[data-key="a"]')?.click()
  })
  for (const button of all('[data-insert]')) {
    button.addEventListener('click', (event) => {
      event.preventDefault()
      const block = button.dataset.insert
      const before = text.value.slice(0, text.selectionStart)
      const joint = before && !before.endsWith('\n') && !before.endsWith(' ') ? '\n\n' : ''
      text.setRangeText(joint + block, text.selectionStart, text.selectionEnd, 'end')
      text.focus()
      text.dispatchEvent(new Event('input'))
    })
  }
  searchBlocks()
  grow()
  // Words nobody has kept stay in the tab, whatever is pressed, and come back with the case.
  const first = text.value
  const place = unkept(body.dataset.case)
  const kept = sessionStorage.getItem(place)
  const put = (words) => { text.value = words; text.dispatchEvent(new Event('input')) }
  const offer = (note, act) => {
    note.hidden = false
    one('button', note).addEventListener('click', () => { note.hidden = true; act(); text.focus() })
  }
  text.addEventListener('input', () => {
    if (text.value === first) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, text.value)
  })
  if (kept !== null && kept !== first) {
    // A draft that was just asked for is to be seen.
    if (one('.toast[data-draft]')) offer(one('#kept'), () => put(kept))
    else { put(kept); offer(one('#restored'), () => put(first)) }
  }
  // With the tab they would go; the pages of the desk keep it.
  let stays = false
  addEventListener('submit', () => { stays = true })
  addEventListener('click', (event) => { if (event.target.closest('a[href]')) stays = true })
  addEventListener('pageshow', () => { stays = false })
  addEventListener('beforeunload', (event) => { if (!stays && text.value !== first) event.preventDefault() })
}

/// Without TLS browsers give pages no clipboard, but copy what is selected.
const copy = async (text) => {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false)
  const field = page.createElement('textarea')
  field.className = 'sr'
  field.value = text
  body.append(field)
  field.select()
  const isDone = page.execCommand('copy')
  field.remove()
  return isDone
}

const copying = () => {
  for (const chip of all('[data-copy]')) {
    chip.addEventListener('click', async () => {
      const isDone = await copy(chip.dataset.copy)
      chip.focus()
      const toast = say(one('.toasts').dataset[isDone ? 'copied' : 'uncopied'])
      setTimeout(() => toast.remove(), 2500)
    })
  }
}

// A filter acts when it is chosen; the button is for those without scripts.
for (const form of all('form[data-auto]')) form.addEventListener('change', () => form.requestSubmit())
addEventListener('keydown', onKey)
for (const press of ['mousedown', 'click']) addEventListener(press, onClick, true)
addEventListener('submit', onSubmit)
for (const move of ['mouseover', 'focusin']) addEventListener(move, () => body.classList.remove('hushed'))
addEventListener('click', (event) => {
  for (const menu of all('.menu[open]')) if (!menu.contains(event.target)) menu.open = false
})
if (one('#running')) keepRunning()
setInterval(tick, 250)
body.classList.add('scripted')
listen()
follow()
forgetKept()
editor()
copying()
