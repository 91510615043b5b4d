import { api } from '#/api/client'

/** Every wall screen and the floor it shows. */
export const displayLinksOptions = () => api.queryOptions('get', '/display-links/', {})

/** The floors a screen can show. */
export const floorsOptions = (day: string) =>
  api.queryOptions('get', '/floors/', { params: { query: { day } } })
