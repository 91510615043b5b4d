import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { InfoIcon } from '#/ui/icons'
import { PagePart } from '#/ui/PagePart'
import { SkeletonLines } from '#/ui/Skeleton'
import { FileRow } from './FileRow'
import { useFiles } from './queries'
import { SendFiles } from './SendFiles'

/** Gate logs: sent by a button, and what became of each. */
export function FilesPart() {
  const { t } = useTranslation('gateLog')
  return (
    <PagePart id="gate-log-files" title={t('files')} lead={t('lead')}>
      <SendFiles />
      <Files />
    </PagePart>
  )
}

function Files() {
  const { t } = useTranslation('gateLog')
  const words = useProblemWords()
  const asked = useFiles()
  if (asked.isPending) return <SkeletonLines lines={3} className="h-20" />
  if (!asked.data)
    return (
      <ErrorState title={t('lost')} onRetry={() => void asked.refetch()}>
        {words(asked.error).title}
      </ErrorState>
    )
  const files = asked.data.pages.flatMap(({ results }) => results)
  if (files.length === 0)
    return (
      <EmptyState icon={<InfoIcon />} title={t('empty')}>
        {t('emptyLead')}
      </EmptyState>
    )
  return (
    <>
      <ul aria-label={t('files')} className="border-t border-card">
        {files.map((file) => (
          <li key={file.id} className="border-b border-card py-4">
            <FileRow file={file} />
          </li>
        ))}
      </ul>
      {asked.hasNextPage && (
        <Button
          kind="quiet"
          className="self-start"
          busy={asked.isFetchingNextPage}
          onPress={() => void asked.fetchNextPage()}
        >
          {t('older')}
        </Button>
      )}
    </>
  )
}
