import { createFileRoute } from '@tanstack/react-router'
import { openBooks } from '#/lib/i18n'
import { OneRequest } from './-telework/OneRequest'

export const Route = createFileRoute('/telework/$id')({
  beforeLoad: () => openBooks('telework', 'refusals'),
  component: OneTeleworkDay,
})

function OneTeleworkDay() {
  return <OneRequest id={Number(Route.useParams().id)} />
}
