// Opens the screens of the roster from what this browser kept of them when the server does not answer. Kept here are
// the page and its scripts, which say nothing of anybody; what was said of people is kept by the page (features/roster).

const KEPT = 'kyoseki-roster'
const PAGE = '/roster'
/** The build's list of its files. */
const LIST = '/parts.json'
const WHO_ASKS = '/api/v1/me/'
const PATIENCE_MS = 5_000
/** What these screens begin with, by its name in the list; what it imports comes along. */
const BEGINNING =
  /^(index\.html|src\/(routes|features)\/roster.*|src\/locales\/(ja|en)\/(everyday|refusals|roster)\.json)$/

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (pathname.startsWith('/assets/')) event.respondWith(part(request))
  // A server that neither answers nor refuses would keep the screen from opening; the roster itself may take longer.
  else if (pathname === WHO_ASKS) event.respondWith(inTime(request))
})

/** The page as the server has it, and as it was kept when the server has none to give. */
async function page(event) {
  const kept = await (await caches.open(KEPT)).match(PAGE)
  if (!kept) return fetch(event.request)
  try {
    const answer = await inTime(event.request)
    if (answer.status < 500) {
      event.waitUntil(renew(answer.clone(), kept))
      return answer
    }
  } catch {
    // Nothing answered: the kept one does.
  }
  return kept
}

/** A file of the build, which never changes under its name. */
async function part(request) {
  const cache = await caches.open(KEPT)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

function inTime(request) {
  return Promise.race([
    fetch(request),
    new Promise((_, reject) => setTimeout(() => reject(new TypeError('no answer in time')), PATIENCE_MS)),
  ])
}

/** A new build is kept as soon as its page was seen. */
async function renew(answer, kept) {
  if (answer.ok && (await answer.text()) !== (await kept.clone().text())) await keep()
}

/** Keep the page and all that it opens with, and nothing of an older build. */
async function keep() {
  const [page, listed] = await Promise.all([PAGE, LIST].map((address) => fetch(address, { cache: 'reload' })))
  if (!page.ok || !listed.ok) throw new Error('there is nothing to keep')
  const list = await listed.json()
  if (!(await page.clone().text()).includes(list['index.html'].file)) throw new Error('page and list differ')
  const wanted = filesOf(list)
  const cache = await caches.open(KEPT)
  const there = new Set((await cache.keys()).map((request) => new URL(request.url).pathname))
  await cache.addAll([...wanted].filter((address) => !there.has(address)))
  await cache.put(PAGE, page)
  const gone = [...there].filter((address) => address !== PAGE && !wanted.has(address))
  await Promise.all(gone.map((address) => cache.delete(address, { ignoreVary: true })))
}

function filesOf(list) {
  const files = new Set()
  const waiting = Object.keys(list).filter((name) => BEGINNING.test(name))
  const seen = new Set(waiting)
  for (const name of waiting) {
    const { file, css = [], imports = [] } = list[name]
    for (const one of [file, ...css]) files.add(`/${one}`)
    for (const one of imports.filter((found) => !seen.has(found))) {
      seen.add(one)
      waiting.push(one)
    }
  }
  return files
}
