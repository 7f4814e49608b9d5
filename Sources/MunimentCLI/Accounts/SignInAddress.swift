/// The address of the page on which a one-time link is used.
enum SignInAddress {
    static func of(_ secret: String, at service: String) -> String {
        service + (service.hasSuffix("/") ? "" : "/") + "sign-in?link=" + secret
    }
}
