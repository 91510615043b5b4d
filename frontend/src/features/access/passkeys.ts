/** What went wrong between the browser and a passkey; the words are in the book `access`. */
export type PasskeyTroubleCode = 'cancelled' | 'known' | 'impossible'

export class PasskeyTrouble extends Error {
  readonly code: PasskeyTroubleCode

  constructor(code: PasskeyTroubleCode) {
    super(code)
    this.name = 'PasskeyTrouble'
    this.code = code
  }
}

type Options = Record<string, unknown>
type Answer = Record<string, unknown>

/** Whether this browser knows passkeys, and may use them at this address. */
export function passkeysPossible(): boolean {
  return (
    window.isSecureContext &&
    typeof window.PublicKeyCredential === 'function' &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'
  )
}

/** Have a device make a passkey; `options` are the server's. Throws PasskeyTrouble. */
export async function makePasskey(options: Options): Promise<Answer> {
  return asked(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as unknown as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  )
}

/** Have a passkey sign; `options` are the server's. Throws PasskeyTrouble. */
export async function askForPasskey(options: Options): Promise<Answer> {
  return asked(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
        options as unknown as PublicKeyCredentialRequestOptionsJSON,
      ),
    }),
  )
}

async function asked(ask: () => Promise<Credential | null>): Promise<Answer> {
  if (!passkeysPossible()) throw new PasskeyTrouble('impossible')
  const answer = await ask().catch((error: unknown) => {
    throw new PasskeyTrouble(codeOf(error))
  })
  if (!(answer instanceof PublicKeyCredential)) throw new PasskeyTrouble('cancelled')
  return answer.toJSON() as unknown as Answer
}

function codeOf(error: unknown): PasskeyTroubleCode {
  if (!(error instanceof DOMException)) return 'impossible'
  if (error.name === 'InvalidStateError') return 'known'
  return error.name === 'NotAllowedError' || error.name === 'AbortError' ? 'cancelled' : 'impossible'
}
