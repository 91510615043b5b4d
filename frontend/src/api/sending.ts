import { unreachable } from './problem'

/** How much of a body is on its way, in bytes. */
export interface Sent {
  bytes: number
  all: number
}

/**
 * A `fetch` that tells how far sending is, for a call of the client: `client.POST(path, { fetch: sending(form, told) })`.
 * The request says where to and carries what every call carries (CSRF, Idempotency-Key, language, the signal that ends
 * it); `body` is what it was made of, so that a file is read from the disk as it goes and never held in memory. It is
 * sent once: whether to send a large file again is for whoever waits for it to say.
 */
export function sending(
  body: FormData,
  onSent: (sent: Sent) => void,
): (request: Request) => Promise<Response> {
  return (request) =>
    new Promise((resolve, reject) => {
      const call = new XMLHttpRequest()
      const stop = () => call.abort()
      call.upload.onprogress = ({ loaded, total }) => onSent({ bytes: loaded, all: total })
      call.onload = () => resolve(answerOf(call))
      call.onerror = () => reject(unreachable())
      call.onabort = () => reject(new DOMException('stopped', 'AbortError'))
      call.onloadend = () => request.signal.removeEventListener('abort', stop)
      request.signal.addEventListener('abort', stop)
      call.open(request.method, request.url)
      for (const [name, value] of request.headers) {
        // The browser writes this one itself, with the boundary of the form that it sends.
        if (name !== 'content-type') call.setRequestHeader(name, value)
      }
      if (request.signal.aborted) reject(new DOMException('stopped', 'AbortError'))
      else call.send(body)
    })
}

function answerOf(call: XMLHttpRequest): Response {
  const type = call.getResponseHeader('Content-Type')
  return new Response(call.status === 204 ? null : call.responseText, {
    status: call.status,
    headers: type ? { 'Content-Type': type } : {},
  })
}
