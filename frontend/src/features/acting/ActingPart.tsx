import { useQuery } from '@tanstack/react-query'
import { ActingBanner } from './ActingBanner'
import { bookableOneOptions } from './queries'
import { WhoseDesk } from './WhoseDesk'

interface ActingPartProps {
  /** For whom; oneself when undefined. */
  person: number | undefined
  onChange: (person: number | undefined) => void
}

/** Whose desk it is about, and while it is somebody else's, the banner that says so. */
export function ActingPart({ person, onChange }: ActingPartProps) {
  const asked = useQuery({ ...bookableOneOptions(person ?? 0), enabled: person !== undefined })
  const one = person === undefined ? null : (asked.data?.results[0] ?? null)
  return (
    <>
      <div className="mt-3">
        <WhoseDesk name={one?.person.name ?? null} onChoose={(chosen) => onChange(chosen ?? undefined)} />
      </div>
      {person !== undefined && asked.isSuccess && (
        <ActingBanner one={one} onStop={() => onChange(undefined)} />
      )}
    </>
  )
}
