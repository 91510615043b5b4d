import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { sectionOptions } from '#/features/people/queries'
import { sectionFloors } from '#/features/people/section-floors'

/** The desks of a section's people on one floor that day, as far as the reader may know; undefined without a section. */
export function useSectionSeats(
  section: number | undefined,
  day: string,
  floor: number | undefined,
): ReadonlySet<number> | undefined {
  const found = useQuery({ ...sectionOptions(section ?? 0, day), enabled: section !== undefined }).data
  return useMemo(() => {
    if (section === undefined || !found) return undefined
    const here = sectionFloors(found).floors.find((one) => one.id === floor)
    return new Set(here?.people.flatMap(({ desk }) => (desk ? [desk.id] : [])))
  }, [section, found, floor])
}
