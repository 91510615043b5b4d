import { Link } from '@tanstack/react-router'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { linkLook } from '#/ui/button-look'

export const lineLook = `${linkLook} inline-flex min-h-11 items-center self-start`

/** Nobody but IT looks at these screens. */
export function useItAlone() {
  if (!useMe().roles.includes('it')) throw new ApiProblem({ status: 403, code: 'forbidden' })
}

export function webhookLink(id: number, words: string) {
  return (
    <Link to="/webhooks/$id" params={{ id: String(id) }} className={`${lineLook} font-bold`}>
      {words}
    </Link>
  )
}
