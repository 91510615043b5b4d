import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { client } from './client'
import { ApiProblem } from './problem'
import { type Sent, sending } from './sending'

/** A call that goes out and waits until the test lets it be answered, cut off or stopped. */
class Call {
  static last: Call
  status = 0
  responseText = ''
  headers = new Map<string, string>()
  address = ''
  body: unknown
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  onloadend?: () => void
  constructor() {
    Call.last = this
  }
  open(method: string, address: string) {
    this.address = `${method} ${new URL(address).pathname}`
  }
  setRequestHeader(name: string, value: string) {
    this.headers.set(name, value)
  }
  getResponseHeader() {
    return 'application/json'
  }
  send(body: unknown) {
    this.body = body
  }
  abort() {
    this.onabort?.()
    this.onloadend?.()
  }
  answer(status: number, body: object) {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.onload?.()
    this.onloadend?.()
  }
}

beforeEach(() => vi.stubGlobal('XMLHttpRequest', Call))
afterEach(() => vi.unstubAllGlobals())

function sent(told: (sent: Sent) => void = () => {}, signal?: AbortSignal) {
  const form = new FormData()
  form.append('file', new File(['line\n'], 'log.csv'))
  const asked = client.POST('/gate-log/files/', {
    body: { file: 'log.csv' },
    bodySerializer: () => form,
    fetch: sending(form, told),
    signal,
  })
  return { asked, form }
}

const underWay = () => vi.waitFor(() => expect(Call.last?.body).toBeInstanceOf(FormData))

test('a file goes as it is, with what every write carries, and its bytes are told', async () => {
  const told = vi.fn()
  const { asked, form } = sent(told)
  await underWay()
  expect(Call.last.address).toBe('POST /api/v1/gate-log/files/')
  expect(Call.last.body).toBe(form)
  expect(Call.last.headers.has('x-csrftoken')).toBe(true)
  expect(Call.last.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
  expect(Call.last.headers.has('content-type')).toBe(false)
  Call.last.upload.onprogress?.({ loaded: 3, total: 5 })
  expect(told).toHaveBeenCalledWith({ bytes: 3, all: 5 })
  Call.last.answer(201, { id: 7, known: false })
  expect((await asked).data).toMatchObject({ id: 7 })
})

test('a refusal and a network that fails are problems like those of any call', async () => {
  const refused = sent().asked.catch((problem: unknown) => problem)
  await underWay()
  Call.last.answer(413, { status: 413, code: 'too_large' })
  expect(await refused).toMatchObject({ status: 413, code: 'too_large' })
  const cut = sent().asked.catch((problem: unknown) => problem)
  await vi.waitFor(() => expect(Call.last.status).toBe(0))
  await underWay()
  Call.last.onerror?.()
  expect(await cut).toBeInstanceOf(ApiProblem)
  expect(await cut).toMatchObject({ status: 0, code: 'unreachable' })
})

test('sending is stopped by its signal', async () => {
  const stop = new AbortController()
  const asked = sent(undefined, stop.signal).asked.catch((end: unknown) => end)
  await underWay()
  stop.abort()
  expect(await asked).toMatchObject({ name: 'AbortError' })
})
