import { createFileRoute } from '@tanstack/react-router'
import { DeskPage } from './-desk/DeskPage'

export const Route = createFileRoute('/d/$code')({ component: DeskByCode })

function DeskByCode() {
  const { code } = Route.useParams()
  return <DeskPage key={code} code={code} />
}
