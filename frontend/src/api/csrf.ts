const COOKIE = 'kyoseki_csrf'
let fromSession = ''

/** Keep the token that GET /session/ gave, for browsers where the cookie cannot be read. */
export function keepCsrfToken(token: string): void {
  fromSession = token
}

/** The token a write must carry; the cookie wins, because sign-in renews it. */
export function csrfToken(): string {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(`${COOKIE}=`))
  return cookie ? decodeURIComponent(cookie.slice(COOKIE.length + 1)) : fromSession
}
