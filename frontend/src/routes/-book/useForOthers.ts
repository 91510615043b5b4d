import { useQuery } from '@tanstack/react-query'
import { useMe } from '#/api/me'
import { bookableOptions } from '#/features/acting/queries'

/** Whether whose desk it is about has to be said: there is somebody to book for, or the address names somebody. */
export function useForOthers(person: number | undefined): boolean {
  const { person: me } = useMe()
  const people = useQuery({ ...bookableOptions(''), enabled: me !== null })
  return person !== undefined || (people.data?.results.length ?? 0) > 0
}
