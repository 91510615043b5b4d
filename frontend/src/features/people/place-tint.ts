import type { components } from '#/api/generated/schema'

/** The quiet tint of a place: ground and ink; nothing planned is a dashed edge. */
export const placeTint: Record<components['schemas']['Place'] | 'unknown', string> = {
  office: 'bg-blue-50 text-blue-1000',
  home: 'bg-green-50 text-green-900',
  satellite: 'bg-yellow-50 text-yellow-1200',
  trip: 'bg-purple-50 text-purple-1000',
  leave: 'bg-solid-gray-50 text-solid-gray-700',
  unknown: 'border border-dashed border-solid-gray-420 bg-white text-solid-gray-700',
}
