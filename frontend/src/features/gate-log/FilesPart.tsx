import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { FileButton } from '#/ui/FileButton'
import { InfoIcon } from '#/ui/icons'
import { PagePart } from '#/ui/PagePart'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { SkeletonLines } from '#/ui/Skeleton'
import { useSend } from './acts'
import { FileRow } from './FileRow'
import { useFiles } from './queries'

const ACCEPT = '.csv,.gz,.txt,text/csv,application/gzip'

/** Gate logs: sent by a button, and what became of each. */
export function FilesPart() {
  const { t } = useTranslation('gateLog')
  return (
    <PagePart id="gate-log-files" title={t('files')} lead={t('lead')}>
      <Send />
      <Files />
    </PagePart>
  )
}

function Send() {
  const { t } = useTranslation('gateLog')
  const words = useProblemWords()
  const send = useSend()
  const choose = ([file]: File[]) => {
    if (file) send.mutate(file)
  }
  const name = send.variables?.name ?? ''
  return (
    <div className="flex flex-col items-start gap-2">
      <FileButton accept={ACCEPT} onFiles={choose}>
        {t('choose')}
      </FileButton>
      <p className="max-w-[44em] text-sm text-quiet">{t('shape')}</p>
      <p role="status">
        {send.isPending && t('sending', { name })}
        {send.data && t(send.data.known ? 'known' : 'sent', { name })}
      </p>
      <RefusedNotice words={send.isError ? words(send.error) : null} />
    </div>
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
