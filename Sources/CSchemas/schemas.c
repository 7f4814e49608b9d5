#include "CSchemas.h"

#include <string.h>

// The compiler reads the files itself. As literals of Swift each byte would be an expression to check: minutes of them in all.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const struct {
    const char *path;
    /// With a zero byte behind it.
    const unsigned char *bytes;
} files[] = {
    {"schemas/catalogue001.sql", (const unsigned char[]){
#embed "../../schemas/catalogue001.sql" suffix(, 0)
    }},
    {"schemas/catalogue002-search.sql", (const unsigned char[]){
#embed "../../schemas/catalogue002-search.sql" suffix(, 0)
    }},
    {"schemas/catalogue003-retention.sql", (const unsigned char[]){
#embed "../../schemas/catalogue003-retention.sql" suffix(, 0)
    }},
    {"schemas/catalogue004-parties.sql", (const unsigned char[]){
#embed "../../schemas/catalogue004-parties.sql" suffix(, 0)
    }},
    {"schemas/catalogue005-due.sql", (const unsigned char[]){
#embed "../../schemas/catalogue005-due.sql" suffix(, 0)
    }},
    {"schemas/catalogue006-grants.sql", (const unsigned char[]){
#embed "../../schemas/catalogue006-grants.sql" suffix(, 0)
    }},
    {"schemas/catalogue007-restores.sql", (const unsigned char[]){
#embed "../../schemas/catalogue007-restores.sql" suffix(, 0)
    }},
    {"schemas/catalogue008-disposal.sql", (const unsigned char[]){
#embed "../../schemas/catalogue008-disposal.sql" suffix(, 0)
    }},
    {"schemas/catalogue009-redaction.sql", (const unsigned char[]){
#embed "../../schemas/catalogue009-redaction.sql" suffix(, 0)
    }},
    {"schemas/catalogue010-duties.sql", (const unsigned char[]){
#embed "../../schemas/catalogue010-duties.sql" suffix(, 0)
    }},
    {"schemas/catalogue011-parties.sql", (const unsigned char[]){
#embed "../../schemas/catalogue011-parties.sql" suffix(, 0)
    }},
    {"schemas/catalogue012-merged-parties.sql", (const unsigned char[]){
#embed "../../schemas/catalogue012-merged-parties.sql" suffix(, 0)
    }},
    {"schemas/catalogue013-judgements.sql", (const unsigned char[]){
#embed "../../schemas/catalogue013-judgements.sql" suffix(, 0)
    }},
    {"schemas/catalogue014-dossiers.sql", (const unsigned char[]){
#embed "../../schemas/catalogue014-dossiers.sql" suffix(, 0)
    }},
    {"schemas/catalogue015-originals.sql", (const unsigned char[]){
#embed "../../schemas/catalogue015-originals.sql" suffix(, 0)
    }},
    {"schemas/catalogue016-loans.sql", (const unsigned char[]){
#embed "../../schemas/catalogue016-loans.sql" suffix(, 0)
    }},
    {"schemas/catalogue017-stocktakes.sql", (const unsigned char[]){
#embed "../../schemas/catalogue017-stocktakes.sql" suffix(, 0)
    }},
    {"schemas/catalogue018-packs.sql", (const unsigned char[]){
#embed "../../schemas/catalogue018-packs.sql" suffix(, 0)
    }},
    {"schemas/catalogue019-growth.sql", (const unsigned char[]){
#embed "../../schemas/catalogue019-growth.sql" suffix(, 0)
    }},
    {"schemas/catalogue020-transmittals.sql", (const unsigned char[]){
#embed "../../schemas/catalogue020-transmittals.sql" suffix(, 0)
    }},
    {"schemas/document-types.yaml", (const unsigned char[]){
#embed "../../schemas/document-types.yaml" suffix(, 0)
    }},
    {"schemas/dossier-templates.yaml", (const unsigned char[]){
#embed "../../schemas/dossier-templates.yaml" suffix(, 0)
    }},
    {"schemas/initials.txt", (const unsigned char[]){
#embed "../../schemas/initials.txt" suffix(, 0)
    }},
    {"schemas/loans.yaml", (const unsigned char[]){
#embed "../../schemas/loans.yaml" suffix(, 0)
    }},
    {"schemas/openapi-bytes.yaml", (const unsigned char[]){
#embed "../../schemas/openapi-bytes.yaml" suffix(, 0)
    }},
    {"schemas/pack.schema.json", (const unsigned char[]){
#embed "../../schemas/pack.schema.json" suffix(, 0)
    }},
    {"schemas/receivers.yaml", (const unsigned char[]){
#embed "../../schemas/receivers.yaml" suffix(, 0)
    }},
    {"schemas/schedule.yaml", (const unsigned char[]){
#embed "../../schemas/schedule.yaml" suffix(, 0)
    }},
    {"schemas/scheme.yaml", (const unsigned char[]){
#embed "../../schemas/scheme.yaml" suffix(, 0)
    }},
    {"schemas/storage-readme.txt", (const unsigned char[]){
#embed "../../schemas/storage-readme.txt" suffix(, 0)
    }},
    {"schemas/variants.txt", (const unsigned char[]){
#embed "../../schemas/variants.txt" suffix(, 0)
    }},
    {"schemas/events/access.refused.1.json", (const unsigned char[]){
#embed "../../schemas/events/access.refused.1.json" suffix(, 0)
    }},
    {"schemas/events/access.refused.2.json", (const unsigned char[]){
#embed "../../schemas/events/access.refused.2.json" suffix(, 0)
    }},
    {"schemas/events/account.department-set.1.json", (const unsigned char[]){
#embed "../../schemas/events/account.department-set.1.json" suffix(, 0)
    }},
    {"schemas/events/account.set.1.json", (const unsigned char[]){
#embed "../../schemas/events/account.set.1.json" suffix(, 0)
    }},
    {"schemas/events/archive.created.1.json", (const unsigned char[]){
#embed "../../schemas/events/archive.created.1.json" suffix(, 0)
    }},
    {"schemas/events/archive.restored.1.json", (const unsigned char[]){
#embed "../../schemas/events/archive.restored.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.appraised.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.appraised.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.approved.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.approved.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.cancelled.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.cancelled.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.certified.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.certified.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.confirmed.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.confirmed.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.executed.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.executed.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.items-dropped.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.items-dropped.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.post-vacant.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.post-vacant.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.proposed.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.proposed.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.redaction-proposed.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.redaction-proposed.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.signed.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.signed.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.supervised.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.supervised.1.json" suffix(, 0)
    }},
    {"schemas/events/batch.words-redaction-proposed.1.json", (const unsigned char[]){
#embed "../../schemas/events/batch.words-redaction-proposed.1.json" suffix(, 0)
    }},
    {"schemas/events/clock.accepted.1.json", (const unsigned char[]){
#embed "../../schemas/events/clock.accepted.1.json" suffix(, 0)
    }},
    {"schemas/events/common.json", (const unsigned char[]){
#embed "../../schemas/events/common.json" suffix(, 0)
    }},
    {"schemas/events/content.sent.1.json", (const unsigned char[]){
#embed "../../schemas/events/content.sent.1.json" suffix(, 0)
    }},
    {"schemas/events/digest.differed.1.json", (const unsigned char[]){
#embed "../../schemas/events/digest.differed.1.json" suffix(, 0)
    }},
    {"schemas/events/disposal.delegated.1.json", (const unsigned char[]){
#embed "../../schemas/events/disposal.delegated.1.json" suffix(, 0)
    }},
    {"schemas/events/disposal.delegation-ended.1.json", (const unsigned char[]){
#embed "../../schemas/events/disposal.delegation-ended.1.json" suffix(, 0)
    }},
    {"schemas/events/disposal.duties-set.1.json", (const unsigned char[]){
#embed "../../schemas/events/disposal.duties-set.1.json" suffix(, 0)
    }},
    {"schemas/events/document.classified.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.classified.1.json" suffix(, 0)
    }},
    {"schemas/events/document.destruction-begun.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.destruction-begun.1.json" suffix(, 0)
    }},
    {"schemas/events/document.edited.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.edited.1.json" suffix(, 0)
    }},
    {"schemas/events/document.erased.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.erased.1.json" suffix(, 0)
    }},
    {"schemas/events/document.filed.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.filed.1.json" suffix(, 0)
    }},
    {"schemas/events/document.redacted.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.redacted.1.json" suffix(, 0)
    }},
    {"schemas/events/document.redaction-begun.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.redaction-begun.1.json" suffix(, 0)
    }},
    {"schemas/events/document.reinstated.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.reinstated.1.json" suffix(, 0)
    }},
    {"schemas/events/document.related.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.related.1.json" suffix(, 0)
    }},
    {"schemas/events/document.restricted-opened.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.restricted-opened.1.json" suffix(, 0)
    }},
    {"schemas/events/document.restricted.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.restricted.1.json" suffix(, 0)
    }},
    {"schemas/events/document.restriction-lifted.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.restriction-lifted.1.json" suffix(, 0)
    }},
    {"schemas/events/document.retention-extended.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.retention-extended.1.json" suffix(, 0)
    }},
    {"schemas/events/document.rule-set.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.rule-set.1.json" suffix(, 0)
    }},
    {"schemas/events/document.unrelated.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.unrelated.1.json" suffix(, 0)
    }},
    {"schemas/events/document.version-made.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.version-made.1.json" suffix(, 0)
    }},
    {"schemas/events/document.withdrawn.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.withdrawn.1.json" suffix(, 0)
    }},
    {"schemas/events/document.words-marked.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.words-marked.1.json" suffix(, 0)
    }},
    {"schemas/events/document.words-redacted.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.words-redacted.1.json" suffix(, 0)
    }},
    {"schemas/events/document.words-redaction-begun.1.json", (const unsigned char[]){
#embed "../../schemas/events/document.words-redaction-begun.1.json" suffix(, 0)
    }},
    {"schemas/events/dossier.assigned.1.json", (const unsigned char[]){
#embed "../../schemas/events/dossier.assigned.1.json" suffix(, 0)
    }},
    {"schemas/events/dossier.closed.1.json", (const unsigned char[]){
#embed "../../schemas/events/dossier.closed.1.json" suffix(, 0)
    }},
    {"schemas/events/dossier.item-marked.1.json", (const unsigned char[]){
#embed "../../schemas/events/dossier.item-marked.1.json" suffix(, 0)
    }},
    {"schemas/events/dossier.led.1.json", (const unsigned char[]){
#embed "../../schemas/events/dossier.led.1.json" suffix(, 0)
    }},
    {"schemas/events/dossier.linked.1.json", (const unsigned char[]){
#embed "../../schemas/events/dossier.linked.1.json" suffix(, 0)
    }},
    {"schemas/events/dossier.merged.1.json", (const unsigned char[]){
#embed "../../schemas/events/dossier.merged.1.json" suffix(, 0)
    }},
    {"schemas/events/dossier.opened.1.json", (const unsigned char[]){
#embed "../../schemas/events/dossier.opened.1.json" suffix(, 0)
    }},
    {"schemas/events/dossier.reopened.1.json", (const unsigned char[]){
#embed "../../schemas/events/dossier.reopened.1.json" suffix(, 0)
    }},
    {"schemas/events/dossier.templated.1.json", (const unsigned char[]){
#embed "../../schemas/events/dossier.templated.1.json" suffix(, 0)
    }},
    {"schemas/events/dossier.templates-loaded.1.json", (const unsigned char[]){
#embed "../../schemas/events/dossier.templates-loaded.1.json" suffix(, 0)
    }},
    {"schemas/events/dossier.unlinked.1.json", (const unsigned char[]){
#embed "../../schemas/events/dossier.unlinked.1.json" suffix(, 0)
    }},
    {"schemas/events/evidence.given.1.json", (const unsigned char[]){
#embed "../../schemas/events/evidence.given.1.json" suffix(, 0)
    }},
    {"schemas/events/fact.recorded.1.json", (const unsigned char[]){
#embed "../../schemas/events/fact.recorded.1.json" suffix(, 0)
    }},
    {"schemas/events/grant.ended.1.json", (const unsigned char[]){
#embed "../../schemas/events/grant.ended.1.json" suffix(, 0)
    }},
    {"schemas/events/grant.given.1.json", (const unsigned char[]){
#embed "../../schemas/events/grant.given.1.json" suffix(, 0)
    }},
    {"schemas/events/header.json", (const unsigned char[]){
#embed "../../schemas/events/header.json" suffix(, 0)
    }},
    {"schemas/events/hold.caught.1.json", (const unsigned char[]){
#embed "../../schemas/events/hold.caught.1.json" suffix(, 0)
    }},
    {"schemas/events/hold.lifted.1.json", (const unsigned char[]){
#embed "../../schemas/events/hold.lifted.1.json" suffix(, 0)
    }},
    {"schemas/events/hold.placed.1.json", (const unsigned char[]){
#embed "../../schemas/events/hold.placed.1.json" suffix(, 0)
    }},
    {"schemas/events/list.exported.1.json", (const unsigned char[]){
#embed "../../schemas/events/list.exported.1.json" suffix(, 0)
    }},
    {"schemas/events/list.exported.2.json", (const unsigned char[]){
#embed "../../schemas/events/list.exported.2.json" suffix(, 0)
    }},
    {"schemas/events/loan.consented.1.json", (const unsigned char[]){
#embed "../../schemas/events/loan.consented.1.json" suffix(, 0)
    }},
    {"schemas/events/loan.rules-set.1.json", (const unsigned char[]){
#embed "../../schemas/events/loan.rules-set.1.json" suffix(, 0)
    }},
    {"schemas/events/matter.opened.1.json", (const unsigned char[]){
#embed "../../schemas/events/matter.opened.1.json" suffix(, 0)
    }},
    {"schemas/events/matter.settled.1.json", (const unsigned char[]){
#embed "../../schemas/events/matter.settled.1.json" suffix(, 0)
    }},
    {"schemas/events/number.explained.1.json", (const unsigned char[]){
#embed "../../schemas/events/number.explained.1.json" suffix(, 0)
    }},
    {"schemas/events/number.reserved.1.json", (const unsigned char[]){
#embed "../../schemas/events/number.reserved.1.json" suffix(, 0)
    }},
    {"schemas/events/numbering.set.1.json", (const unsigned char[]){
#embed "../../schemas/events/numbering.set.1.json" suffix(, 0)
    }},
    {"schemas/events/objects.checked.1.json", (const unsigned char[]){
#embed "../../schemas/events/objects.checked.1.json" suffix(, 0)
    }},
    {"schemas/events/original.custody-changed.1.json", (const unsigned char[]){
#embed "../../schemas/events/original.custody-changed.1.json" suffix(, 0)
    }},
    {"schemas/events/original.registered.1.json", (const unsigned char[]){
#embed "../../schemas/events/original.registered.1.json" suffix(, 0)
    }},
    {"schemas/events/pack.exported.1.json", (const unsigned char[]){
#embed "../../schemas/events/pack.exported.1.json" suffix(, 0)
    }},
    {"schemas/events/pack.issued.1.json", (const unsigned char[]){
#embed "../../schemas/events/pack.issued.1.json" suffix(, 0)
    }},
    {"schemas/events/pack.item-said.1.json", (const unsigned char[]){
#embed "../../schemas/events/pack.item-said.1.json" suffix(, 0)
    }},
    {"schemas/events/pack.made.1.json", (const unsigned char[]){
#embed "../../schemas/events/pack.made.1.json" suffix(, 0)
    }},
    {"schemas/events/pack.signed.1.json", (const unsigned char[]){
#embed "../../schemas/events/pack.signed.1.json" suffix(, 0)
    }},
    {"schemas/events/party.edited.1.json", (const unsigned char[]){
#embed "../../schemas/events/party.edited.1.json" suffix(, 0)
    }},
    {"schemas/events/party.listed.1.json", (const unsigned char[]){
#embed "../../schemas/events/party.listed.1.json" suffix(, 0)
    }},
    {"schemas/events/party.merged.1.json", (const unsigned char[]){
#embed "../../schemas/events/party.merged.1.json" suffix(, 0)
    }},
    {"schemas/events/party.parted.1.json", (const unsigned char[]){
#embed "../../schemas/events/party.parted.1.json" suffix(, 0)
    }},
    {"schemas/events/party.registered.1.json", (const unsigned char[]){
#embed "../../schemas/events/party.registered.1.json" suffix(, 0)
    }},
    {"schemas/events/password.set.1.json", (const unsigned char[]){
#embed "../../schemas/events/password.set.1.json" suffix(, 0)
    }},
    {"schemas/events/receivers.loaded.1.json", (const unsigned char[]){
#embed "../../schemas/events/receivers.loaded.1.json" suffix(, 0)
    }},
    {"schemas/events/schedule.loaded.1.json", (const unsigned char[]){
#embed "../../schemas/events/schedule.loaded.1.json" suffix(, 0)
    }},
    {"schemas/events/schedule.loaded.2.json", (const unsigned char[]){
#embed "../../schemas/events/schedule.loaded.2.json" suffix(, 0)
    }},
    {"schemas/events/scheme.loaded.1.json", (const unsigned char[]){
#embed "../../schemas/events/scheme.loaded.1.json" suffix(, 0)
    }},
    {"schemas/events/scheme.loaded.2.json", (const unsigned char[]){
#embed "../../schemas/events/scheme.loaded.2.json" suffix(, 0)
    }},
    {"schemas/events/scheme.loaded.3.json", (const unsigned char[]){
#embed "../../schemas/events/scheme.loaded.3.json" suffix(, 0)
    }},
    {"schemas/events/secrets.found.1.json", (const unsigned char[]){
#embed "../../schemas/events/secrets.found.1.json" suffix(, 0)
    }},
    {"schemas/events/sign-in.failed.1.json", (const unsigned char[]){
#embed "../../schemas/events/sign-in.failed.1.json" suffix(, 0)
    }},
    {"schemas/events/sign-in.failed.2.json", (const unsigned char[]){
#embed "../../schemas/events/sign-in.failed.2.json" suffix(, 0)
    }},
    {"schemas/events/site.edited.1.json", (const unsigned char[]){
#embed "../../schemas/events/site.edited.1.json" suffix(, 0)
    }},
    {"schemas/events/site.registered.1.json", (const unsigned char[]){
#embed "../../schemas/events/site.registered.1.json" suffix(, 0)
    }},
    {"schemas/events/stocktake.recorded.1.json", (const unsigned char[]){
#embed "../../schemas/events/stocktake.recorded.1.json" suffix(, 0)
    }},
    {"schemas/events/token.issued.1.json", (const unsigned char[]){
#embed "../../schemas/events/token.issued.1.json" suffix(, 0)
    }},
    {"schemas/events/token.revoked.1.json", (const unsigned char[]){
#embed "../../schemas/events/token.revoked.1.json" suffix(, 0)
    }},
    {"schemas/events/transmittal.carriage-set.1.json", (const unsigned char[]){
#embed "../../schemas/events/transmittal.carriage-set.1.json" suffix(, 0)
    }},
    {"schemas/events/transmittal.received.1.json", (const unsigned char[]){
#embed "../../schemas/events/transmittal.received.1.json" suffix(, 0)
    }},
    {"schemas/events/transmittal.sent.1.json", (const unsigned char[]){
#embed "../../schemas/events/transmittal.sent.1.json" suffix(, 0)
    }},
    {"schemas/events/transmittal.settled.1.json", (const unsigned char[]){
#embed "../../schemas/events/transmittal.settled.1.json" suffix(, 0)
    }},
    {"docs/journal.md", (const unsigned char[]){
#embed "../../docs/journal.md" suffix(, 0)
    }},
    {"docs/storage-layout.md", (const unsigned char[]){
#embed "../../docs/storage-layout.md" suffix(, 0)
    }},
};

struct schema_file schema_file_at(size_t place) {
    if (place >= sizeof files / sizeof files[0]) return (struct schema_file){0};
    return (struct schema_file){files[place].path, files[place].bytes, strlen((const char *)files[place].bytes)};
}
