import type { Place } from './queries'

export type PlaceOrNone = Place | 'unknown'

/** One letter, one quiet tint: ground and ink of a place. */
export const placeLook: Record<PlaceOrNone, string> = {
  office: 'bg-blue-50 text-blue-1000',
  home: 'bg-green-50 text-green-900',
  satellite: 'bg-yellow-50 text-yellow-1200',
  trip: 'bg-purple-50 text-purple-1000',
  leave: 'bg-solid-gray-50 text-solid-gray-700',
  unknown: 'bg-white text-solid-gray-700 border border-solid-gray-420 border-dashed',
}
