import { useQuery } from '@tanstack/react-query'
import { ActingBanner } from './ActingBanner'
import { bookableOneOptions } from './queries'
import { WhoseDesk } from './WhoseDesk'

interface ActingPartProps {
  /** For whom; oneself when undefined. */
  person: number | undefined
  /** On a phone the choice stands among the other controls, and the banner below them. */
  only?: 'choice' | 'banner'
  onChange: (person: number | undefined) => void
}

/** Whose desk it is about, and while it is somebody else's, the banner that says so. */
export function ActingPart({ person, only, onChange }: ActingPartProps) {
  const asked = useQuery({ ...bookableOneOptions(person ?? 0), enabled: person !== undefined })
  const one = person === undefined ? null : (asked.data?.results[0] ?? null)
  return (
    <>
      {only !== 'banner' && (
        <div className={only ? 'shrink-0' : 'mt-3'}>
          <WhoseDesk
            name={one?.person.name ?? null}
            compact={only === 'choice'}
            onChoose={(chosen) => onChange(chosen ?? undefined)}
          />
        </div>
      )}
      {only !== 'choice' && person !== undefined && asked.isSuccess && (
        <ActingBanner one={one} onStop={() => onChange(undefined)} />
      )}
    </>
  )
}
