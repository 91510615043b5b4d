import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useMe } from '#/api/me'
import { openBooks } from '#/lib/i18n'
import { relocationsOptions, waiting } from './queries'

const RelocationCard = lazy(async () => {
  const [module] = await Promise.all([import('./RelocationCard'), openBooks('places')])
  return { default: module.RelocationCard }
})

/** What was displaced of my days and waits for me; nothing, and nothing loaded, where there is none. */
export function RelocationCards() {
  const { person } = useMe()
  const mine = useQuery({ ...relocationsOptions(), enabled: person !== null })
  const open = waiting(mine.data)
  if (open.length === 0) return null
  return (
    <Suspense fallback={null}>
      <RelocationCard displacements={open} />
    </Suspense>
  )
}
