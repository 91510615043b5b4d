import { icon } from '#/ui/icons'

/** A phone: the authenticator app. */
export const PhoneIcon = icon(
  <>
    <rect x="7" y="3" width="10" height="18" rx="2.2" />
    <path d="M11 18h2" />
  </>,
)
