import { useQuery } from '@tanstack/react-query'
import { teamDaysOptions } from './queries'
import { TeamDayLine } from './TeamDayLine'

/** The team days of a period, where there are any. */
export function TeamDayLines({ from, to, className = '' }: { from: string; to: string; className?: string }) {
  const found = useQuery(teamDaysOptions(from, to)).data ?? []
  if (found.length === 0) return null
  return (
    <ul className={className}>
      {found.map((teamDay) => (
        <li key={teamDay.id}>
          <TeamDayLine teamDay={teamDay} />
        </li>
      ))}
    </ul>
  )
}
