import { createFileRoute } from '@tanstack/react-router'
import { HeadCountScreen } from '#/features/roster/HeadCountScreen'

export const Route = createFileRoute('/roster/$id')({ component: OneHeadCount })

function OneHeadCount() {
  const { id } = Route.useParams()
  return <HeadCountScreen key={id} id={id} />
}
