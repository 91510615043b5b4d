import { icon } from '#/ui/icons'

/** A key: passkeys. Not among the kit's icons, which come with the first screen. */
export const KeyIcon = icon(
  <>
    <circle cx="8" cy="14.5" r="4" />
    <path d="m11 11.5 8-8M16 6.5l2.5 2.5M13.5 9l1.8 1.8" />
  </>,
)
