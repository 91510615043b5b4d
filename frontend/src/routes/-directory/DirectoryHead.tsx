import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { linkLook } from '#/ui/button-look'

const look = `${linkLook} inline-flex min-h-11 items-center self-start`

/** A screen below ディレクトリ連携, for IT: the way back stands above it. */
export function BelowDirectory({
  to,
  children,
}: {
  to: '/directory' | '/directory/transfers'
  children: ReactNode
}) {
  const { t } = useTranslation('directory')
  useItAlone()
  return (
    <div className="flex max-w-280 flex-col">
      <Link to={to} className={look}>
        {t(to === '/directory' ? 'title' : 'transfers.title')}
      </Link>
      {children}
    </div>
  )
}

/** Nobody but IT looks at these screens. */
export function useItAlone() {
  if (!useMe().roles.includes('it')) throw new ApiProblem({ status: 403, code: 'forbidden' })
}

export function runLink(id: number, words: string) {
  return (
    <Link to="/directory/runs/$id" params={{ id: String(id) }} className={`${look} font-bold`}>
      {words}
    </Link>
  )
}

export function transferLink(id: number, words: string) {
  return (
    <Link to="/directory/transfers/$id" params={{ id: String(id) }} className={`${look} font-bold`}>
      {words}
    </Link>
  )
}

export function personLink(id: number, name: string) {
  return (
    <Link to="/people/$id" params={{ id: String(id) }} className={`${look} font-bold`}>
      {name}
    </Link>
  )
}
