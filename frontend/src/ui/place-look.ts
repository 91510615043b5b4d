/** Where somebody can be, and `unknown` where nobody has said. */
export type PlaceOrNone = 'office' | 'home' | 'satellite' | 'trip' | 'leave' | 'unknown'

/** One letter, one quiet tint: ground and ink of a place. */
export const placeLook: Record<PlaceOrNone, string> = {
  office: 'bg-blue-50 text-blue-1000',
  home: 'bg-green-50 text-green-900',
  satellite: 'bg-yellow-50 text-yellow-1200',
  trip: 'bg-purple-50 text-purple-1000',
  leave: 'bg-solid-gray-50 text-solid-gray-700',
  unknown: 'bg-white text-solid-gray-700 border border-solid-gray-420 border-dashed',
}

/** What is asked for and not yet decided: white, a dashed edge in the place's colour. */
export const pendingLook: Record<PlaceOrNone, string> = {
  office: 'border-2 border-dashed border-blue-1000 bg-white text-blue-1000',
  home: 'border-2 border-dashed border-green-900 bg-white text-green-900',
  satellite: 'border-2 border-dashed border-yellow-1200 bg-white text-yellow-1200',
  trip: 'border-2 border-dashed border-purple-1000 bg-white text-purple-1000',
  leave: 'border-2 border-dashed border-solid-gray-700 bg-white text-solid-gray-700',
  unknown: 'border-2 border-dashed border-solid-gray-420 bg-white text-solid-gray-700',
}
