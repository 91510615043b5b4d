import { api } from '#/api/client'

export const floorsOptions = (day: string) =>
  api.queryOptions('get', '/floors/', { params: { query: { day } } })

export const floorOptions = (id: number, day: string) =>
  api.queryOptions('get', '/floors/{id}/', { params: { path: { id }, query: { day } } })
