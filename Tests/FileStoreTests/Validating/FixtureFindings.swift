/// All that is found in each of OCFL's fixtures that is not good, by path, in the order of the codes. A defect that several inventories of an
/// object repeat is found in each.
///
/// What is listed beside the codes of a name is there: the v08 inventory of `E011_E013_…` also names `v1/content/test.txt`, which is not
/// (E014, E023, E092); the contents of `E015_…`, `E017_…` and `E100_E099_…` do not lie where their inventories say; what is renamed or removed to
/// make one fault makes another.
enum FixtureFindings {
    static let all: [String: [String]] = Dictionary(
        uniqueKeysWithValues: text.split(separator: "\n").flatMap { line in
            let words = line.split(separator: " ").map(String.init)
            return words[0].split(separator: ",").map { ("\($0)/\(words[1])", Array(words[2...])) }
        })

    /// Versions of the specification, path, codes.
    private static let text = """
        1.0,1.1 bad-objects/E001_extra_dir_in_root E001 W007 W007
        1.0,1.1 bad-objects/E001_extra_file_in_root E001 W007 W007
        1.0 bad-objects/E001_invalid_version_format E001 E042 E042 E046
        1.1 bad-objects/E001_invalid_version_format E001 E042 E042 E104
        1.0,1.1 bad-objects/E001_v2_file_in_root E001
        1.0,1.1 bad-objects/E003_E063_empty
        1.0,1.1 bad-objects/E003_no_decl E003
        1.0,1.1 bad-objects/E007_bad_declaration_contents E007 W007 W007
        1.0,1.1 bad-objects/E008_E036_no_versions_no_head E008 E036
        1.0,1.1 bad-objects/E010_missing_versions E010 E046
        1.0,1.1 bad-objects/E010_skipped_versions E010 E010 E010 E010 E010 E010
        1.0,1.1 bad-objects/E011_E013_invalid_padded_head_version E011 E012 E013 E014 E023 E092 W001
        1.0,1.1 bad-objects/E015_content_not_in_content_dir E015 E015 E015 E016 E016 E016 E042 E042 E042 E042 E042 E042
        1.0,1.1 bad-objects/E017_invalid_content_dir E017 E023 E092
        1.0,1.1 bad-objects/E019_inconsistent_content_dir E016 E019 E020 E042 W002
        1.0,1.1 bad-objects/E023_extra_file E023 W009
        1.0,1.1 bad-objects/E023_old_manifest_missing_entries E023
        1.0,1.1 bad-objects/E025_wrong_digest_algorithm E025
        1.0,1.1 bad-objects/E036_no_head E036
        1.0,1.1 bad-objects/E036_no_id E036
        1.0 bad-objects/E037_inconsistent_id E037
        1.1 bad-objects/E037_inconsistent_id E037 E110
        1.0,1.1 bad-objects/E040_head_not_most_recent E040 E064
        1.0,1.1 bad-objects/E040_wrong_head_doesnt_exist E040 W007 W007
        1.0,1.1 bad-objects/E040_wrong_head_format E040 W007 W007
        1.0,1.1 bad-objects/E040_wrong_version_in_version_dir E040
        1.0,1.1 bad-objects/E041_no_manifest E041 W007 W007
        1.0,1.1 bad-objects/E046_root_not_most_recent E046
        1.0,1.1 bad-objects/E049_E050_E054_bad_version_block_values E049 E050 E054 E094
        1.0,1.1 bad-objects/E049_created_no_timezone E049
        1.0,1.1 bad-objects/E049_created_not_to_seconds E049
        1.0,1.1 bad-objects/E050_manifest_digest_wrong_case E050
        1.1 bad-objects/E050_state_digest_not_in_manifest E050
        1.0,1.1 bad-objects/E053_E052_invalid_logical_paths E052 E052 E053 E053
        1.0,1.1 bad-objects/E058_no_sidecar E058
        1.0,1.1 bad-objects/E060_E064_root_inventory_digest_mismatch E060 E064
        1.0 bad-objects/E060_version_inventory_digest_mismatch E060 W011
        1.1 bad-objects/E060_version_inventory_digest_mismatch E060
        1.0,1.1 bad-objects/E061_invalid_sidecar E061
        1.0,1.1 bad-objects/E063_no_inv E063
        1.0,1.1 bad-objects/E064_different_root_and_latest_inventories E064
        1.0,1.1 bad-objects/E066_E092_old_manifest_digest_incorrect E066 E092
        1.0,1.1 bad-objects/E066_algorithm_change_state_mismatch E066 W004
        1.0,1.1 bad-objects/E066_inconsistent_version_state E066
        1.0,1.1 bad-objects/E067_file_in_extensions_dir E067 W007 W007 W013
        1.0,1.1 bad-objects/E092_E093_content_path_does_not_exist E092 E093
        1.0,1.1 bad-objects/E092_algorithm_change_incorrect_digest E092 E092 E092 W004
        1.0,1.1 bad-objects/E092_content_file_digest_mismatch E092
        1.0,1.1 bad-objects/E093_fixity_digest_mismatch E093
        1.0,1.1 bad-objects/E095_conflicting_logical_paths E095
        1.0,1.1 bad-objects/E095_non_unique_logical_paths E095 E095
        1.0,1.1 bad-objects/E096_manifest_duplicate_digests E096 E101
        1.0,1.1 bad-objects/E097_fixity_duplicate_digests E097
        1.0,1.1 bad-objects/E100_E099_fixity_invalid_content_paths E023 E092 E099 E099 E100
        1.0,1.1 bad-objects/E100_E099_manifest_invalid_content_paths E023 E023 E023 E099 E099 E100
        1.0,1.1 bad-objects/E101_non_unique_content_paths E101
        1.1 bad-objects/E103_older_spec_v2 E103
        1.1 bad-objects/E107_file_in_manifest_not_used E107 W009
        1.0,1.1 warn-objects/W001_W004_W005_zero_padded_versions W001 W004 W005
        1.0,1.1 warn-objects/W001_zero_padded_versions W001
        1.0,1.1 warn-objects/W002_extra_dir_in_version_dir W002
        1.0,1.1 warn-objects/W004_uses_sha256 W004
        1.0,1.1 warn-objects/W004_versions_diff_digests W004
        1.0,1.1 warn-objects/W005_id_not_uri W005
        1.0,1.1 warn-objects/W007_no_message_or_user W007 W007
        1.0 warn-objects/W007_spec-ex-diff-paths W007 W007
        1.1 warn-objects/W007_spec-ex-diff-paths W007
        1.0,1.1 warn-objects/W008_user_no_address W008
        1.0 warn-objects/W009_spec-ex-minimal W009
        1.0,1.1 warn-objects/W009_user_address_not_uri W009
        1.0,1.1 warn-objects/W010_no_version_inventory W010
        1.0,1.1 warn-objects/W011_version_inv_diff_metadata W011
        1.0,1.1 warn-objects/W013_unregistered_extension W013
        """
}
